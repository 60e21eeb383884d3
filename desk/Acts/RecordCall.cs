using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk.Acts;

/// <summary>The client phoned about this ticket: a PREMIUM P1's hour starts with the first call (R32, E9). Every call is kept.</summary>
/// <param name="At">When the call was received; now when it is not said.</param>
public sealed record RecordCall(Instant? At) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Call)
        ?? (At > it.Now ? Invalid("at", "Refusals.CallInTheFuture", it.Now) : null)
        ?? Records(new Called(At ?? it.Now));
}
