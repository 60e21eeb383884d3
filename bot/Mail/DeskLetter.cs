using ChatSupport.Bot.Following;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using static ChatSupport.Bot.Mail.Part;

namespace ChatSupport.Bot.Mail;

/// <summary>What the desk's own people are told: what waits for them, and by when.</summary>
internal static class DeskLetter
{
    public static IEnumerable<Part> Of(Message m) =>
    [
        .. News(m),
        Say("About", m.ClientName(), m.Ticket.Plan, m.Ticket.Priority, m.Ticket.Declaration.Title),
    ];

    private static IEnumerable<Part> News(Message m) => m.About.What switch
    {
        Warned { Percent: var percent } => [Say("Warned", m.Reference(), percent), Say("TakeItBy", m.Ticket.Clock.DueAt)],
        ResponseMissed => [Say("Missed", m.Reference(), m.Ticket.Clock.DueAt), Say("TakeIt")],
        SoftTargetPassed => [Say("SoftTargetPassed", m.Reference(), m.ClientName(), m.Ticket.Clock.SoftDueAt), Say("TakeIt")],
        PageSent page => [Say("Paged", m.Reference(), page.Round), Say("TakeItBy", m.Ticket.Clock.DueAt)],
        PagingEnded { Rounds: var rounds } => [Say("PagingEnded", m.Reference(), rounds), Say("TakeIt")],
        Called called => [Say("CalledAgain", m.Reference(), called.ReceivedAt)],
        VoicemailLeft { Seconds: var seconds } => [Say("VoicemailLeft", m.Reference(), seconds)],
        ModelConfirmed => [Say("ModelConfirmed", m.Reference(), m.Author())],
        Assigned => [Say("Assigned", m.Reference(), m.Author())],
        Replied { Text: var text } => [Say("Replied", m.Reference(), m.Author()), Quote(text)],
        Contested { Reason: var reason } => [Say("ContestedForDesk", m.Reference(), m.Author()), Quote(reason), Say("ContestedForDeskNext")],
        Closed { Comment: var comment } => [Say("ConfirmedByOther", m.Reference(), m.Author()), .. comment is null ? [] : new[] { Quote(comment) }],
        Undelivered undelivered =>
        [
            Say("Undelivered", m.Reference(), m.Directory.Recipient(undelivered.Person), undelivered.Way, undelivered.Why),
            Say("UndeliveredNext"),
        ],
        var what => throw new ArgumentOutOfRangeException(nameof(m), what.GetType().Name, null),
    };
}
