using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.People;
using NodaTime;

namespace ChatSupport.Desk.Tickets;

/// <summary>Something that happened to a ticket. The ticket is the fold of its events, and nothing else.</summary>
public abstract record TicketEvent
{
    /// <summary>Internal events never reach a client, by any door.</summary>
    public virtual bool IsInternal => false;
}

/// <summary>An event where it stands in the timeline: the how-manieth, when, by whom, through which door.</summary>
/// <param name="Seq">1 for the declaration, then without gaps; the ticket's version is the last one's.</param>
/// <param name="By">A directory id, or <c>desk</c> for what fell due.</param>
public sealed record Happening(int Seq, Instant At, string By, Door Door, TicketEvent What);

/// <param name="Plan">The offer in force now; it governs this ticket for good (D14).</param>
/// <param name="Complete">The declaration model was filled in, or is still to be confirmed (R15).</param>
/// <param name="FollowsUp">The closed ticket that this one continues (E42).</param>
public sealed record Declared(
    string Client, Plan Plan, string Contact, Declaration Declaration,
    Priority Requested, Priority Suggested, Priority Priority, bool Complete, string? FollowsUp) : TicketEvent;

/// <summary>Open becomes In progress with a first answer: one act (R49, E27).</summary>
public sealed record Acknowledged(string Comment) : TicketEvent;

/// <summary>An engineer's comment that the client sees.</summary>
public sealed record Answered(string Text) : TicketEvent;

/// <summary>A contact's comment.</summary>
public sealed record Replied(string Text) : TicketEvent;

/// <summary>What somebody had written was changed by them.</summary>
/// <param name="Of">The event that it was.</param>
public sealed record Amended(int Of, string Text) : TicketEvent;

/// <summary>An internal note.</summary>
public sealed record Noted(string Text) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>A file came with a comment.</summary>
/// <param name="Name">As its reader sees it.</param>
/// <param name="File">What it is called where files are kept: a name that nobody chose.</param>
/// <param name="Size">In bytes.</param>
public sealed record Attached(string Name, string File, long Size) : TicketEvent;

public sealed record Assigned(string To) : TicketEvent;

/// <summary>Information is asked of the client; the ticket waits on hold (R57).</summary>
public sealed record Held(string Question) : TicketEvent;

/// <summary>Back to In progress: the client answered, or the engineer needs no answer any more (R59, E31).</summary>
public sealed record Resumed(string? Comment) : TicketEvent;

public sealed record PriorityProposed(Priority Priority, string Reason) : TicketEvent;

/// <param name="Final">Decided by a supervisor in last resort (R89, D24).</param>
public sealed record PriorityDecided(Priority Priority, string Reason, bool Final) : TicketEvent;

public sealed record Resolved(Fix Fix, string Comment) : TicketEvent;

public sealed record Contested(string Reason) : TicketEvent;

public sealed record Closed(Closure Cause, string? Comment) : TicketEvent;

/// <summary>So much of the initial response time has passed without an acknowledgement.</summary>
public sealed record Warned(int Percent) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>The soft objective of a PREMIUM P1 that nobody phoned has passed (D7, E8).</summary>
public sealed record SoftTargetPassed : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>The initial response time has passed without an acknowledgement.</summary>
public sealed record ResponseMissed : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>The client is reminded that the ticket will close by itself (D12).</summary>
public sealed record Reminded(Instant ClosesAt) : TicketEvent;

/// <summary>A message about this ticket will never reach somebody by this way.</summary>
/// <param name="Person">A directory id; the person may have left the directory since.</param>
/// <param name="Why">For the desk: what the way answered, without anybody's address or words.</param>
/// <param name="Instead">The way by which it is tried now; null when there is none, and somebody has to see to it.</param>
public sealed record Undelivered(Way Way, string Person, string Why, Way? Instead) : TicketEvent
{
    public override bool IsInternal => true;
}
