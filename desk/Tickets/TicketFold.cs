using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Desk.Tickets.Publishing;
using NodaTime;

namespace ChatSupport.Desk.Tickets;

/// <summary>How a ticket becomes the next one when something happens to it. The store's row and a rebuilt timeline use this same fold.</summary>
public static class TicketFold
{
    /// <summary>The ticket that a declaration opens.</summary>
    public static Ticket Open(long id, TicketKind kind, string reference, Happening first)
    {
        var declared = (Declared)first.What;
        return new Ticket
        {
            Id = id,
            Kind = kind,
            Reference = reference,
            Client = declared.Client,
            Plan = declared.Plan,
            Contact = declared.Contact,
            Door = first.Door,
            Declaration = declared.Declaration,
            IsConfirmedByModel = declared.Complete,
            FollowsUp = declared.FollowsUp,
            Status = Status.Open,
            Requested = declared.Requested,
            Suggested = declared.Suggested,
            Priority = declared.Priority,
            Clock = ResponseClock.Begin(declared.Plan, declared.Priority, first.At),
            DeclaredAt = first.At,
            UpdatedAt = first.At,
            Version = first.Seq,
        };
    }

    public static Ticket After(this Ticket ticket, Happening happening) =>
        ticket.Changed(happening) with { UpdatedAt = happening.At, Version = happening.Seq };

    /// <summary>Folds a whole timeline, the declaration first.</summary>
    public static Ticket Rebuild(long id, TicketKind kind, string reference, IReadOnlyList<Happening> timeline) =>
        timeline.Skip(1).Aggregate(Open(id, kind, reference, timeline[0]), After);

    private static Ticket Changed(this Ticket ticket, Happening h) => h.What switch
    {
        Called called => ticket.Counting(ticket.Clock.Called(called.ReceivedAt, called.Call)) with
        {
            Pager = ticket.Pager ?? Pager.After(called, h.At),
            Unsettled = UnsettledCall.After(called, h.At) ?? ticket.Unsettled,
        },
        CallSettled => ticket with { Unsettled = null },
        CallWithdrawn withdrawn => ticket.WithoutCall(withdrawn.Call, h.At),
        OnTheLine { Step: LineStep.HungUp } line => ticket with { Pager = ticket.Pager?.OnTheLine(line).Released(h.At) },
        OnTheLine line => ticket with
        {
            Pager = ticket.Pager?.OnTheLine(line),
            Unsettled = ticket.Unsettled is { } call && call.Call == line.Call ? call with { Until = line.Until } : ticket.Unsettled,
        },
        VoicemailLeft => ticket with { Pager = ticket.Pager?.Released(h.At) },
        PageSent page => ticket with { Pager = ticket.Pager?.Sent(page, h.At) },
        PageAnswered answer => ticket with { Pager = ticket.Pager?.Answered(answer, h.At) },
        PagingEnded => ticket with { Pager = ticket.Pager! with { HasEnded = true } },
        ModelConfirmed model => ticket with { Declaration = model.Declaration, Suggested = model.Suggested, IsConfirmedByModel = true },
        Acknowledged => ticket with
        {
            Status = Status.InProgress,
            AcknowledgedAt = h.At,
            AcknowledgedBy = h.By,
            Assignee = h.By,
            Clock = ticket.Clock.Answered(h.At),
            Unsettled = null,
        },
        Attached => ticket with { Attachments = ticket.Attachments + 1 },
        Assigned assigned => ticket with { Assignee = assigned.To },
        Held held => ticket.OnHold(h) with { Question = held.Question },
        Resumed => ticket.InProgress(h),
        Replied when ticket.Status == Status.Resolved => ticket with { HasReplyToQualify = true, SilentSince = h.At, IsReminded = false },
        PriorityProposed proposed => ticket.OnHold(h) with { Proposed = proposed.Priority },
        PriorityDecided decided => (ticket.IsDisputed ? ticket.InProgress(h) : ticket).Counting(ticket.Clock.Requalified(decided.Priority, h.At)) with
        {
            Priority = decided.Priority,
            Proposed = null,
            IsPriorityFinal = decided.Final,
        },
        Resolved resolved => ticket with { Status = Status.Resolved, ResolvedAt = h.At, SilentSince = h.At, Fix = resolved.Fix },
        Contested => ticket with
        {
            Status = Status.InProgress,
            ResolvedAt = null,
            SilentSince = null,
            Fix = null,
            HasReplyToQualify = false,
            IsReminded = false,
        },
        Closed closed => ticket with
        {
            Status = Status.Closed,
            ClosedAt = h.At,
            Closure = closed.Cause,
            SilentSince = null,
            HasReplyToQualify = false,
            Proposed = null,
            Clock = ticket.Clock.Answered(h.At),
            Unsettled = null,
        },
        Published published => ticket with { Publication = Publication.After(ticket.Publication, published) },
        Followed followed => ticket with { Publication = ticket.Publication!.With(followed) },
        Unpublished over => ticket with { Publication = ticket.Publication! with { IsOver = true, IsResolved = over.Resolved } },
        Grouped grouped => ticket with { Wave = grouped.Wave },
        Linked linked => ticket with { Follows = linked.Title },
        Unlinked => ticket with { Follows = null },
        Warned warned => ticket with { WarnedAt = warned.Percent },
        ResponseMissed => ticket with { WarnedAt = 100 },
        SoftTargetPassed => ticket with { IsSoftTargetPassed = true },
        Reminded => ticket with { IsReminded = true },
        _ => ticket,
    };

    private static Ticket WithoutCall(this Ticket ticket, string call, Instant at)
    {
        var clock = ticket.Clock.Withdrawn(call);
        return ticket.Counting(clock) with
        {
            Pager = clock.CalledAt is null ? null : ticket.Pager?.Without(call, at),
            Unsettled = ticket.Unsettled?.Call == call ? null : ticket.Unsettled,
        };
    }

    /// <summary>A deadline that moves is warned about anew, unless it was missed already.</summary>
    private static Ticket Counting(this Ticket ticket, ResponseClock clock) => ticket with
    {
        Clock = clock,
        WarnedAt = clock.DueAt == ticket.Clock.DueAt || ticket.WarnedAt == 100 ? ticket.WarnedAt : 0,
    };

    private static Ticket OnHold(this Ticket ticket, Happening h) => ticket with { Status = Status.OnHold, HeldAt = h.At };

    private static Ticket InProgress(this Ticket ticket, Happening h) => ticket with
    {
        Status = Status.InProgress,
        HeldAt = null,
        Question = null,
        OnHoldFor = ticket.HeldAt is { } held ? ticket.OnHoldFor + BusinessCalendar.French.Between(held, h.At) : ticket.OnHoldFor,
    };
}
