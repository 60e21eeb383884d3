using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;
using NodaTime;
using static ChatSupport.Bot.Mail.Part;

namespace ChatSupport.Bot.Mail;

/// <summary>What a contact is told of their ticket (R28, R76): what happened, by whom, and what comes next.</summary>
internal static class ClientLetter
{
    public static IEnumerable<Part> Of(Message m) => m.About.What switch
    {
        Declared => Declaration(m),
        Called { ReceivedAt: var at } => Call(m, at),
        CallSettled { ReceivedAt: var at } => Call(m, at),
        Acknowledged { Comment: var comment } => [Say("Acknowledged", m.Reference(), m.Author()), Quote(comment), Say("AcknowledgedNext")],
        Answered { Text: var text } => [Say("Answered", m.Reference(), m.Author()), Quote(text), Say("AnsweredNext")],
        Held { Question: var question } => [Say("Held", m.Reference(), m.Author()), Quote(question), Say("HeldNext")],
        Resumed resumed => Resumption(m, resumed),
        PriorityProposed proposed =>
        [
            Say("Proposed", m.Reference(), m.Author(), proposed.Priority),
            Quote(proposed.Reason),
            Say("ProposedNext"),
        ],
        PriorityDecided decided => PriorityDecision(m, decided),
        Resolved resolved => [Say($"Resolved.{resolved.Fix}", m.Reference(), m.Author()), Quote(resolved.Comment), .. Confirmation(m)],
        Reminded => [Say("Reminded", m.Reference()), .. Confirmation(m)],
        Contested { Reason: var reason } =>
        [
            m.IsByReader() ? Say("ContestedByYou", m.Reference()) : Say("ContestedByOther", m.Reference(), m.Author()),
            Quote(reason),
            Say("ContestedNext", m.NameOf(m.Ticket.Assignee!)),
        ],
        Linked linked => [Say("Linked", m.Reference(), linked.Title), Quote(linked.Sentence), Say("LinkedNext")],
        Unlinked over => FollowerLetter.Over(over.Title, over.Resolved, m.Reference()),
        Closed closed => [.. Closing(m, closed), Say("ClosedNext", m.Reference())],
        var what => throw new ArgumentOutOfRangeException(nameof(m), what.GetType().Name, null),
    };

    private static IEnumerable<Part> Declaration(Message m) =>
    [
        m.IsByReader()
            ? Say("DeclaredByYou", m.Reference(), m.Ticket.Declaration.Title, m.Ticket.Priority)
            : Say("DeclaredByOther", m.Reference(), m.Ticket.Declaration.Title, m.Ticket.Priority, m.Author(), m.ClientName()),
        .. DeadlineLetter.Of(m),
        Say("DeclaredNext"),
    ];

    /// <summary>The ticket and its deadline; a declaration that began by phone is still to be confirmed with the model (R15, R22).</summary>
    private static IEnumerable<Part> Call(Message m, Instant receivedAt)
    {
        yield return Say("Called", m.Reference(), receivedAt, m.Ticket.Priority);
        foreach (var part in DeadlineLetter.Of(m))
            yield return part;
        if (!m.Ticket.IsConfirmedByModel)
            yield return Say("CompleteModel");
    }

    private static IEnumerable<Part> Resumption(Message m, Resumed resumed)
    {
        if (m.IsByReader())
            yield return Say("ResumedByYou", m.Reference());
        else if (m.Directory.Contact(m.About.By) is not null)
            yield return Say("ResumedByOther", m.Reference(), m.Author());
        else
            yield return Say("ResumedByEngineer", m.Reference(), m.Author());
        if (resumed.Comment is { } comment)
            yield return Quote(comment);
        yield return Say("AcknowledgedNext");
    }

    private static IEnumerable<Part> PriorityDecision(Message m, PriorityDecided decided)
    {
        yield return Say("Decided", m.Reference(), m.Author(), decided.Priority);
        yield return Quote(decided.Reason);
        if (decided.Final)
            yield return Say("DecidedFinal");
        foreach (var part in DeadlineLetter.Of(m))
            yield return part;
    }

    /// <summary>What the reader of a resolution can do, as long as the ticket waits for it.</summary>
    private static IEnumerable<Part> Confirmation(Message m) => m.Ticket.ClosesAt() is { } closes ? [Say("Confirm"), Say("ClosesAt", closes)] : [];

    private static IEnumerable<Part> Closing(Message m, Closed closed)
    {
        yield return closed.Cause switch
        {
            Closure.Silence => Say("ClosedBySilence", m.Reference()),
            Closure.OutOfScope => Say("ClosedOutOfScope", m.Reference(), m.Author()),
            Closure.Withdrawn => Say("ClosedWithdrawn", m.Reference()),
            _ when m.IsByReader() => Say("ConfirmedByYou", m.Reference()),
            _ when m.Directory.Person(m.About.By) is Engineer => Say("ConfirmedForYou", m.Reference(), m.Author()),
            _ => Say("ConfirmedByOther", m.Reference(), m.Author()),
        };
        if (closed.Comment is { } comment)
            yield return Quote(comment);
    }
}
