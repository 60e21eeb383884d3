using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;
using NodaTime;

namespace ChatSupport.Bot.Slack.Cards;

/// <summary>What happened to a ticket, as it is told under its card: who did what, and their own words.</summary>
internal static class Telling
{
    /// <summary>Not to be overlooked in a thread that nobody has open: shown in the channel as well.</summary>
    public static bool IsLoud(TicketEvent what) => what is Warned or ResponseMissed or SoftTargetPassed or Contested;

    public static SlackMessage Of(Happening happening, Directory directory, Tongue tongue)
    {
        var (news, words) = Parts(happening.What, directory, tongue);
        var line = Say(news.Entry, [NameOf(happening.By, directory, tongue), .. news.With]);
        if (MomentOf(happening.What) is { } moment)
            line += new Marked(" ") + Marked.At(moment, tongue);
        var text = words is { Length: > 0 } ? Marked.Lines(line, Marked.Quote(words)) : line;
        return SlackMessage.Of(text, [Block.Section(text)]);

        Marked Say(string entry, object?[] with) => Marked.Say(BotText.Say($"Slack.Told.{entry}", with), tongue);
    }

    private static ((string Entry, object?[] With) News, string? Words) Parts(TicketEvent what, Directory directory, Tongue tongue) => what switch
    {
        Called => (("Called", []), null),
        Acknowledged(var comment) => (("Acknowledged", []), comment),
        Answered(var text) => (("Answered", []), text),
        Replied(var text) => (("Replied", []), text),
        Amended(_, var text) => (("Amended", []), text),
        Noted(var text) => (("Noted", []), text),
        Attached { Name: var name } => (("Attached", [name]), null),
        Assigned(var to) => (("Assigned", [NameOf(to, directory, tongue)]), null),
        Held(var question) => (("Held", []), question),
        Resumed(var comment) => (("Resumed", []), comment),
        PriorityProposed(var priority, var reason) => (("Proposed", [priority]), reason),
        PriorityDecided(var priority, var reason, _) => (("Decided", [priority]), reason),
        Resolved(var fix, var comment) => (("Resolved", [fix]), comment),
        Contested(var reason) => (("Contested", []), reason),
        Closed(Closure.Confirmed, var comment) => (("Confirmed", []), comment),
        Closed(var cause, var comment) => (("Closed", [cause]), comment),
        Linked(var title, var sentence) => (("Linked", [title]), sentence),
        Unlinked(var title, var isResolved) => ((isResolved ? "KnownResolved" : "KnownWithdrawn", [title]), null),
        Warned(var percent) => (("Warned", [percent]), null),
        SoftTargetPassed => (("SoftTargetPassed", []), null),
        ResponseMissed => (("Missed", []), null),
        Reminded => (("Reminded", []), null),
        Undelivered { Instead: { } instead } undelivered => (("UndeliveredThen", [undelivered.Way, directory.Recipient(undelivered.Person), undelivered.Why, instead]), null),
        Undelivered undelivered => (("Undelivered", [undelivered.Way, directory.Recipient(undelivered.Person), undelivered.Why]), null),
        var other => (("Other", [HappeningWords.What(other, id => NameOf(id, directory, tongue))]), null),
    };

    private static Instant? MomentOf(TicketEvent what) => what switch
    {
        Called { ReceivedAt: var at } => at,
        Reminded { ClosesAt: var at } => at,
        _ => null,
    };

    private static string NameOf(string id, Directory directory, Tongue tongue) =>
        directory.Person(id)?.Name.Full ?? (id == Actor.Desk.Id ? BotText.Say("Slack.TheDesk").In(tongue) : id);
}
