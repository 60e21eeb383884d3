using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Tickets.Publishing;
using static ChatSupport.Bot.Mail.Part;

namespace ChatSupport.Bot.Mail;

/// <summary>What whoever follows a published incident is told at its end: the published words. Whose ticket it was, and its reference, stand nowhere in it.</summary>
internal static class FollowerLetter
{
    public static Sentence Subject(Unpublished over) => BotText.Say($"Mail.KnownSubject.{End(over)}", over.Title);

    public static IEnumerable<Part> Of(Message m, Unpublished over) =>
    [
        Say($"KnownOver.{End(over)}"),
        Quote(over.Title),
        m.Ticket.Publication?.TicketOf(m.To.Id) is { } theirs ? Say("KnownNextWithTicket", theirs) : Say("KnownNext"),
    ];

    private static string End(Unpublished over) => over.Resolved ? "Resolved" : "Withdrawn";
}
