using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;

namespace ChatSupport.Desk.Acts;

/// <summary>A supervisor makes an incident known to all clients (E59), or says it in better words.</summary>
/// <param name="Title">Written for clients, as is <paramref name="Sentence"/>: one line, 5 to 200 characters.</param>
/// <param name="Service">The Service by which declarations recognise it; the ticket's own when none is named.</param>
/// <param name="Region">The same; <c>all</c> for everywhere.</param>
public sealed record Publish(string? Title, string? Sentence, string? Service = null, string? Region = null) : TicketAct
{
    private const int ShortestTitle = 5;
    private const int LongestTitle = 200;

    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Publish)
        ?? Needs("title", Title, out var title)
        ?? (IsTitle(title) ? null : Invalid("title", "Refusals.TitleOfOneLine", ShortestTitle, LongestTitle))
        ?? Needs("comment", Sentence, out var sentence)
        ?? (RevealedBy(it, $"{title} {sentence}") is { } client ? Invalid("comment", "Refusals.RevealsTheClient", client) : null)
        ?? NamesOneOf("service", Service)
        ?? NamesOneOf("region", Region)
        ?? Records(new Published(title, sentence, Service ?? it.Ticket.Declaration.Service, Region ?? it.Ticket.Declaration.Region));

    public static bool IsTitle(string text) =>
        text.Trim().Length is >= ShortestTitle and <= LongestTitle && !text.Contains('\n', StringComparison.Ordinal);

    /// <summary>Whoever is in a hurry may copy what the client wrote: no client's name goes to the others, whichever tickets follow.</summary>
    private static string? RevealedBy(Case it, string words)
    {
        var said = $" {PlainText.Fold(words)} ";
        return it.Ticket.Declaration.Title is { Length: > 0 } theirs && words.Contains(theirs, StringComparison.OrdinalIgnoreCase)
            ? ClientOf(it)
            : it.Directory.Clients.Select(client => client.Name).Append(ClientOf(it)).FirstOrDefault(name => said.Contains($" {PlainText.Fold(name)} ", StringComparison.Ordinal));
    }

    private static string ClientOf(Case it) => it.Directory.Client(it.Ticket.Client)?.Name ?? it.Ticket.Client;

    private static Decision? NamesOneOf(string field, string? key) =>
        IncidentForm.Form.Find(field)!.ChoicesFor(Plan.Premium) is var choices && (key is null || choices.Any(choice => choice.Key == key))
            ? null
            : Invalid(field, "Answers.NotAChoice", choices.Select(choice => choice.Label));
}

/// <summary>A supervisor withdraws what was published; whoever follows it is told.</summary>
public sealed record Unpublish : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Unpublish) ?? Records(new Unpublished(it.Ticket.Publication!.Title, Resolved: false));
}
