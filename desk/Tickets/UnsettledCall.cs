using ChatSupport.Desk.Tickets.Paging;
using NodaTime;

namespace ChatSupport.Desk.Tickets;

/// <summary>
/// A call that is taken to be about this ticket until the caller says otherwise: by then nobody is told that it is. Who says nothing until
/// <paramref name="Until"/> means this one.
/// </summary>
/// <param name="Call">The carrier's name for it.</param>
public sealed record UnsettledCall(string Call, Instant ReceivedAt, Instant Until)
{
    /// <returns>Null when a person recorded the call: they know what it is about.</returns>
    internal static UnsettledCall? After(Called called, Instant at) =>
        called.Call is { } call ? new UnsettledCall(call, called.ReceivedAt, at + Pager.Courtesy) : null;

    internal CallSettled Settled => new(Call, ReceivedAt);

    internal bool IsSettledBy(CallFact what) =>
        what is VoicemailLeft || (what is OnTheLine { Step: not LineStep.Greeted, Call: var call } && call == Call);
}
