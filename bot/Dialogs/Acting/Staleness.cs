using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Desk;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>
/// Whether a button still means what it meant when it was offered. A note or a warning meanwhile changes nothing; an answer, a resolution
/// or another hand does, and then the truth is told instead of acting.
/// </summary>
internal static class Staleness
{
    /// <returns>What happened meanwhile, by whom and when; null when the button is good, or the request was typed.</returns>
    public static ValueTask<Sentence?> Of(TurnContext turn, Request request, Ticket ticket) => Of(turn.Store, turn.NameOf, request, ticket);

    /// <param name="nameOf">How a directory id is called.</param>
    public static async ValueTask<Sentence?> Of(Reader reader, Func<string, string> nameOf, Request request, Ticket ticket)
    {
        if (request.Version is not { } seen || seen >= ticket.Version)
            return null;
        var timeline = await reader.Timeline(ticket.Id);
        var last = timeline.Where(row => row.Seq > seen)
            .Select(row => row.ToHappening())
            .LastOrDefault(happening => Changes(happening.What, request.Verb));
        return last is null ? null : BotText.Say("TicketDialog.Meanwhile", ticket.Reference, HappeningWords.Of(last, nameOf));
    }

    private static bool Changes(TicketEvent what, Verb verb) => what is Acknowledged or Held or Resumed or PriorityProposed or PriorityDecided
        or Resolved or Contested or Closed || (what is Assigned && verb == Verb.Assign);
}
