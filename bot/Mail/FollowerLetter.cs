using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Tickets.Publishing;
using static ChatSupport.Bot.Mail.Part;

namespace ChatSupport.Bot.Mail;

/// <summary>What whoever follows a published incident is told at its end: the published words. Whose ticket it was, and its reference, stand nowhere in it.</summary>
internal static class FollowerLetter
{
    public static Sentence Subject(Unpublished over) => BotText.Say($"Mail.KnownSubject.{End(over.Resolved)}", over.Title);

    public static IEnumerable<Part> Of(Message m, Unpublished over) => Over(over.Title, over.Resolved, m.Ticket.Publication?.TicketOf(m.To.Id));

    /// <param name="theirs">The reader's own ticket on it; null when they have none.</param>
    public static IEnumerable<Part> Over(string title, bool isResolved, string? theirs) =>
    [
        Say($"KnownOver.{End(isResolved)}"),
        Quote(title),
        theirs is not null ? Say("KnownNextWithTicket", theirs) : Say("KnownNext"),
    ];

    private static string End(bool isResolved) => isResolved ? "Resolved" : "Withdrawn";
}
