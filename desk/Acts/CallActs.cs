using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>
/// That call concerns something else: another incident, or nothing critical (E6). A ticket that only this call opened goes with it.
/// </summary>
/// <param name="Call">The carrier's name for it.</param>
public sealed record WithdrawCall(string Call) : TicketAct
{
    internal override Decision Decide(Case it) => it.Ticket.IsOpenedBy(Call)
        ? it.Allows(Trigger.Withdraw) ?? Records(new CallWithdrawn(Call), new Closed(Closure.Withdrawn, null))
        : Records(new CallWithdrawn(Call));
}

/// <summary>
/// What the phone door saw happen on this ticket's call: it is only ever written down, whatever the ticket's status. It may settle that
/// the call is about this ticket.
/// </summary>
public sealed record NoteOnCall(CallFact What) : TicketAct
{
    internal override Decision Decide(Case it) => What is Transcribed heard
        ? Reads("text", heard.Text, out var text) ?? Records(heard with { Text = text })
        : it.Ticket.Unsettled is { } call && call.IsSettledBy(What) ? Records(What, call.Settled)
        : Records(What);
}
