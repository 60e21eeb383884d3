using ChatSupport.Bot.Language;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Cards;

/// <summary>Who does what next, said to a contact or to the desk's own people.</summary>
internal static class CardNextStep
{
    private const int LongestQuestion = 600;

    public static Sentence Of(Ticket ticket, Actor reader, Directory directory) =>
        reader.IsContact ? ToContact(ticket, directory) : ToDesk(ticket, directory);

    private static Sentence ToContact(Ticket ticket, Directory directory) => ticket switch
    {
        { Status: Status.Open } => BotText.Say("Cards.Next.Open"),
        { Status: Status.InProgress } => BotText.Say("Cards.Next.InProgress", NameOf(ticket.Assignee, directory)),
        { Status: Status.OnHold, Proposed: { } proposed } => BotText.Say("Cards.Next.Proposed", proposed),
        { Status: Status.OnHold, Question: { } question } => BotText.Say("Cards.Next.Asked", Shortened(question)),
        { Status: Status.OnHold } => BotText.Say("Cards.Next.OnHold"),
        { Status: Status.Resolved } => BotText.Say("Cards.Next.Resolved", ticket.ClosesAt()),
        _ => Closed(ticket),
    };

    private static Sentence ToDesk(Ticket ticket, Directory directory) => ticket switch
    {
        { Status: Status.Open } => BotText.Say("Cards.Desk.Open"),
        { Status: Status.InProgress, IsDisputed: true, Proposed: { } proposed } => BotText.Say("Cards.Desk.ToDecide", proposed),
        { Status: Status.InProgress } => BotText.Say("Cards.Desk.InProgress", NameOf(ticket.Assignee, directory)),
        { Status: Status.OnHold, Proposed: { } proposed } => BotText.Say("Cards.Desk.Proposed", proposed, ticket.HeldAt),
        { Status: Status.OnHold } => BotText.Say("Cards.Desk.OnHold", ticket.HeldAt),
        { Status: Status.Resolved, HasReplyToQualify: true } => BotText.Say("Cards.Desk.ReplyToQualify", ticket.ClosesAt()),
        { Status: Status.Resolved } => BotText.Say("Cards.Desk.Resolved", ticket.ClosesAt()),
        _ => Closed(ticket),
    };

    private static Sentence Closed(Ticket ticket) => BotText.Say("Cards.Closed", ticket.ClosedAt, ticket.Closure);

    private static string Shortened(string question) => PlainText.Length(question) <= LongestQuestion
        ? question
        : string.Concat(question.EnumerateRunes().Take(LongestQuestion)) + "…";

    private static string NameOf(string? id, Directory directory) => id is null ? "" : directory.NameOf(id);
}
