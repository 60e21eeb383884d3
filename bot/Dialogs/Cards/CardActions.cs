using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Cards;

/// <summary>What a reader can do to a ticket now, as buttons: only what the life cycle allows them.</summary>
internal static class CardActions
{
    private static readonly (Verb Verb, Trigger[] Any)[] OfContact =
        [(Verb.Confirm, [Trigger.Confirm]), (Verb.Contest, [Trigger.Contest]), (Verb.Reply, [Trigger.Reply])];

    private static readonly (Verb Verb, Trigger[] Any)[] OfDesk =
    [
        (Verb.Acknowledge, [Trigger.Acknowledge]), (Verb.Resolve, [Trigger.Resolve]), (Verb.Resume, [Trigger.Resume]), (Verb.Ask, [Trigger.Hold]),
        (Verb.Answer, [Trigger.Answer, Trigger.Acknowledge]), (Verb.Assign, [Trigger.Assign]), (Verb.Requalify, [Trigger.Propose, Trigger.Decide]),
        (Verb.Confirm, [Trigger.Confirm]), (Verb.Note, [Trigger.Note]), (Verb.OutOfScope, [Trigger.OutOfScope]),
    ];

    public static IReadOnlyList<Choice> Of(Ticket ticket, Actor reader, Tongue tongue)
    {
        var possible = TicketLifecycle.Of(ticket, reader).Possible;
        var verbs = (reader.IsContact ? OfContact : OfDesk).Where(action => action.Any.Any(possible.Contains)).Select(action => action.Verb).ToList();
        if (!reader.IsContact && possible.Contains(Trigger.Call) && IsAwaitingCall(ticket))
            verbs.Insert(1, Verb.Call);
        if (reader.IsContact && !ticket.IsConfirmedByModel && possible.Contains(Trigger.Reply))
            verbs.Insert(0, Verb.Complete);
        if (reader.IsContact && ticket.Status == Status.Closed)
            verbs.Add(Verb.Follow);
        return [.. verbs.Concat([Verb.Why, Verb.Timeline]).Select(verb => ButtonFor(verb, ticket, reader, tongue))];
    }

    /// <summary>A call counts for a P1 only, and only where the plan answers the phone (R5, R6).</summary>
    private static bool IsAwaitingCall(Ticket ticket) => ticket is { Priority: Priority.P1, Clock.CalledAt: null, Plan: not Plan.Developpeur };

    private static Choice ButtonFor(Verb verb, Ticket ticket, Actor reader, Tongue tongue) => new(
        new Request(verb, ticket.Reference, ticket.Version).ToChoice(),
        BotText.Say(verb == Verb.Confirm && !reader.IsContact ? "Dialogs.Do.ConfirmForClient" : $"Dialogs.Do.{verb}").In(tongue),
        verb switch
        {
            Verb.Acknowledge or Verb.Resume => ChoiceStyle.Primary,
            Verb.Confirm when reader.IsContact => ChoiceStyle.Primary,
            Verb.Complete => ChoiceStyle.Primary,
            Verb.Reply when ticket.Status == Status.OnHold => ChoiceStyle.Primary,
            Verb.Resolve when ticket.Status == Status.InProgress => ChoiceStyle.Primary,
            Verb.OutOfScope => ChoiceStyle.Danger,
            _ => ChoiceStyle.Plain,
        });
}
