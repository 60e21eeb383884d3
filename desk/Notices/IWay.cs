using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk.Notices;

/// <summary>
/// How messages leave by one way. It tries once and says what came of it; when to try again, and what to do instead, is the
/// delivery's business.
/// </summary>
public interface IWay
{
    Way Way { get; }

    /// <returns>What came of it. An exception is a defect, and is treated as <see cref="Sending.Retry"/>.</returns>
    Task<Sending> Send(Message message, CancellationToken stop);
}

/// <summary>A notice at the moment when it is sent.</summary>
/// <param name="Id">The outbox row's; the same for every attempt, so that a receiver can recognise a repeat.</param>
/// <param name="To">With the language that they chose.</param>
/// <param name="Ticket">As it stands now.</param>
/// <param name="About">The event that is told.</param>
/// <param name="Directory">Who is who now: names for the sentences.</param>
public sealed record Message(long Id, Person To, Ticket Ticket, Happening About, Directory Directory);

/// <summary>What came of one attempt. Why is for operators and for the desk: a code, a cause, and nobody's address or words.</summary>
public abstract record Sending
{
    /// <param name="VendorId">The vendor's name for it, when there is one: what an update in place needs.</param>
    public sealed record Sent(string? VendorId = null) : Sending;

    /// <param name="After">How long the vendor asks to wait; null when it did not say.</param>
    public sealed record Retry(string Why, Duration? After = null) : Sending;

    /// <summary>It will never arrive this way.</summary>
    public sealed record Refused(string Why) : Sending;

    /// <summary>It need not be said any more.</summary>
    public sealed record Dropped(string Why) : Sending;
}
