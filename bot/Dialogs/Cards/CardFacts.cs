using ChatSupport.Bot.Dialogs.Declaring;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Cards;

/// <summary>The lines of a card: what this reader needs to recognise the ticket and to act on it.</summary>
internal static class CardFacts
{
    private static readonly string[] ForContact = ["service", "region", "clientRef"];

    private static readonly string[] ForDesk =
    [
        "service", "region", "serviceInterrupted", "environment", "usersAffected", "workaround", "startedAt", "tenantId", "clientRef",
        "callbackPhone",
    ];

    public static IEnumerable<(Sentence Label, Sentence Value)> Of(Ticket ticket, Actor reader, Directory directory)
    {
        if (!reader.IsContact)
            yield return Fact("Client", "Company", directory.Client(ticket.Client)?.Name ?? ticket.Client, ticket.Plan);
        yield return Fact("DeclaredBy", "Declared", directory.NameOf(ticket.Contact), ticket.DeclaredAt, ticket.Door);
        foreach (var field in (reader.IsContact ? ForContact : ForDesk).Select(IncidentForm.Form.Find).OfType<Field>())
            if (ticket.Declaration.Answers.TryGetValue(field.Key, out var answer))
                yield return (field.Label, AnswerWords.Of(field, answer));
        if (ticket.Requested != ticket.Priority)
            yield return Fact("Requested", "Priority", ticket.Requested);
        if (!reader.IsContact && ticket.Suggested != ticket.Priority)
            yield return Fact("Suggested", "Priority", ticket.Suggested);
        if (ticket.Proposed is { } proposed)
            yield return Fact("Proposed", "Priority", proposed);
        if (ticket.Assignee is { } assignee)
            yield return Fact("Assignee", "Text", directory.NameOf(assignee));
        if (ticket.Fix is { } fix)
            yield return Fact("Fix", "Text", fix);
        if (ticket.FollowsUp is { } before)
            yield return Fact("FollowsUp", "Text", before);
    }

    private static (Sentence Label, Sentence Value) Fact(string label, string value, params ReadOnlySpan<object?> with) =>
        (BotText.Say($"Cards.Fact.{label}"), BotText.Say($"Cards.Value.{value}", with));
}
