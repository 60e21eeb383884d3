using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk.Acts;

/// <summary>The client phoned about this ticket: a PREMIUM P1's hour starts with the first call (R32, E9). Every call is kept.</summary>
/// <param name="At">When the call was received; now when it is not said.</param>
public sealed record RecordCall(Instant? At) : TicketAct
{
    /// <summary>A call may come before its ticket (D8), but not days before: that would be about something else.</summary>
    private static readonly Duration MostBefore = Duration.FromDays(1);

    /// <summary>The call as the phone door took it; null when a person records one.</summary>
    internal Called? Taken { get; init; }

    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Call)
        ?? (At > it.Now ? Invalid("at", "Refusals.CallInTheFuture", it.Now) : null)
        ?? (At < it.Ticket.DeclaredAt - MostBefore ? Invalid("at", "Refusals.CallTooOld", it.Ticket.Reference, it.Ticket.DeclaredAt) : null)
        ?? Records(Taken ?? new Called(At ?? it.Now));
}
