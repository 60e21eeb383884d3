using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>What happened to a ticket as the portal tells it: who did what, and the words that they wrote, each by itself.</summary>
internal static class TimelineWords
{
    public static string Of(Happening happening, Func<string, string> nameOf, Tongue tongue)
    {
        var by = nameOf(happening.By);
        return happening.What switch
        {
            Declared => Say("Timeline.Declared", by, happening.Door),
            Called called => Say("Timeline.Called", by, called.ReceivedAt),
            Assigned assigned => Say("Timeline.Assigned", by, nameOf(assigned.To)),
            PriorityProposed proposed => Say("Timeline.PriorityProposed", by, proposed.Priority),
            PriorityDecided decided => Say(decided.Final ? "Timeline.PriorityFinal" : "Timeline.PriorityDecided", by, decided.Priority),
            Resolved resolved => Say("Timeline.Resolved", by, resolved.Fix),
            Closed closed => Say($"Timeline.Closed.{closed.Cause}", by),
            Published published => Say("Timeline.Published", by, published.Title),
            Linked linked => Say("Timeline.Linked", by, linked.Title),
            Warned warned => Say("Timeline.Warned", warned.Percent),
            Reminded reminded => Say("Timeline.Reminded", reminded.ClosesAt),
            Acknowledged or Answered or Replied or Amended or Noted or Attached or Held or Resumed or Contested or SoftTargetPassed or ResponseMissed =>
                Say($"Timeline.{happening.What.GetType().Name}", by),
            var what => Capitalised(HappeningWords.What(what, nameOf).In(tongue)),
        };

        string Say(string entry, params ReadOnlySpan<object?> with) => BotText.Say($"Portal.{entry}", with).In(tongue);
    }

    /// <summary>What they wrote; null when nothing. A declaration is read from its ticket.</summary>
    public static string? Quoted(TicketEvent what) => what switch
    {
        Acknowledged { Comment: var words } => words,
        Answered { Text: var words } => words,
        Replied { Text: var words } => words,
        Amended { Text: var words } => words,
        Noted { Text: var words } => words,
        Held { Question: var words } => words,
        Resumed { Comment: var words } => words,
        PriorityProposed { Reason: var words } => words,
        PriorityDecided { Reason: var words } => words,
        Resolved { Comment: var words } => words,
        Contested { Reason: var words } => words,
        Published { Sentence: var words } => words,
        Linked { Sentence: var words } => words,
        Closed { Comment: var words } => words,
        _ => null,
    };

    private static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
