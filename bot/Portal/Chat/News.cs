using ChatSupport.Desk;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Chat;

/// <summary>What others did to a ticket of theirs after it had come up in the chat: it stands there as a line, as it would in a channel.</summary>
public sealed record News(string Reference, Happening Happening)
{
    /// <param name="tickets">Those that the lines show.</param>
    public static async Task<IReadOnlyList<News>> Since(
        IReadOnlyList<Line> lines, IReadOnlyDictionary<string, Ticket> tickets, Visitor me, ServiceDesk desk)
    {
        var news = new List<News>();
        foreach (var ticket in tickets.Values.Where(ticket => IsTheirs(ticket, me)))
        {
            var shown = lines.First(line => line.Reply is Dialogs.Reply.Card card && card.Reference == ticket.Reference).At;
            news.AddRange((await desk.Timeline(ticket, me.Actor))
                .Where(happening => happening.At >= shown && happening.By != me.Person.Id && happening.What is not (Declared or Assigned))
                .Select(happening => new News(ticket.Reference, happening)));
        }
        return news;
    }

    private static bool IsTheirs(Ticket ticket, Visitor me) => ticket.Assignee == me.Person.Id || !me.IsEngineer;
}
