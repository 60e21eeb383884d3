using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>
/// What is known before a new ticket: the company's own open tickets that look alike, or carry the same reference of theirs, and
/// the incidents that were published to all.
/// </summary>
internal static class AlreadyKnown
{
    private const int MostShown = 3;
    private const int LookedThrough = 50;

    /// <summary>What a declaration is recognised by.</summary>
    public static string KeyOf(Declaration soFar) => $"{soFar.Service} {soFar.Region} {soFar.ClientRef}";

    /// <summary>Asks whether it is one of them, as soon as enough was said to tell; false when there is nothing to ask.</summary>
    public static async ValueTask<bool> Ask(TurnContext turn, Draft draft, Declaration soFar)
    {
        var alike = await To(turn, draft, soFar);
        var known = await KnownIncidents.To(turn, draft, soFar, alike.Select(ticket => ticket.Id));
        if (alike.Count + known.Count == 0)
            return false;

        turn.State = turn.State with { Draft = draft.Ask(null), Kept = null };
        turn.Offer(
            string.Join('\n',
            [
                .. known.Select(one => turn.In(KnownIncidents.Words(one))),
                .. alike.Select(ticket => turn.In(Words(ticket, soFar))),
                turn.Words(alike.Count > 0 ? "DeclareDialog.AddOrDeclare" : "DeclareDialog.KnownQuestion"),
            ]),
            [
                .. known.Select(one => KnownIncidents.Choice(turn, draft, one)),
                .. alike.Select(ticket => draft.ChoiceOf(Verb.Join, ticket.Reference, turn.Words("Dialogs.AddTo", ticket.Reference))),
                turn.Choice(draft, Verb.Anyway),
            ]);
        return true;
    }

    /// <summary>It is none of them.</summary>
    public static async ValueTask<Draft> Deny(TurnContext turn, Draft draft, Declaration soFar) => draft with
    {
        NotThese =
        [
            .. draft.NotThese,
            .. (await To(turn, draft, soFar)).Select(ticket => ticket.Reference),
            .. (await KnownIncidents.To(turn, draft, soFar, but: [])).Select(KnownIncidents.NameOf),
        ],
    };

    /// <summary>What was said becomes a reply to the ticket that it concerns.</summary>
    public static async ValueTask Join(TurnContext turn, Draft draft, string reference, DeclarationContext context)
    {
        var words = string.Join('\n', DeclareSummary.Lines(turn, draft, whole: true));
        switch (await turn.Act(reference, new Comment(words)))
        {
            case Answer.Accepted { Ticket: var ticket }:
                turn.State = turn.State.Ended(draft, ticket.Reference);
                turn.Notify(Tone.Good, "DeclareDialog.Added", ticket.Reference);
                turn.Show(ticket.Reference);
                break;
            case Answer.Refused { Refusal: var no }:
                turn.Notify(Tone.Refusal, no.Fields.Values.FirstOrDefault() ?? no.Why);
                await DeclareSteps.Proceed(turn, draft with { NotThese = [.. draft.NotThese, reference] }, context);
                break;
        }
    }

    /// <summary>A reference of theirs is the same on whatever Service.</summary>
    public static async ValueTask<IReadOnlyList<Ticket>> To(TurnContext turn, Draft draft, Declaration soFar) =>
        soFar.ClientRef is null && (soFar.Service is null || soFar.Region is null)
            ? []
            : [.. LookAlikes.Among(await TicketLists.OpenOf(turn, LookedThrough, soFar.ClientRef is null ? soFar.Service : null), soFar)
                .Where(ticket => !draft.NotThese.Contains(ticket.Reference))
                .Take(MostShown)];

    public static Sentence Words(Ticket ticket, Declaration soFar) => LookAlikes.HasSameReference(ticket, soFar)
        ? BotText.Say("DeclareDialog.SameReference", ticket.Reference, soFar.ClientRef, ticket.Status, ticket.Declaration.Title)
        : BotText.Say("DeclareDialog.LooksAlike", ticket.Reference, ticket.Status, ticket.Declaration.Title, ticket.DeclaredAt);
}
