using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;

namespace ChatSupport.Desk;

/// <summary>What is done at the counter for all tickets of a wave: one published incident is the cause of them all (E59).</summary>
public static class WaveCounter
{
    /// <summary>
    /// Lets the next tickets follow what was published, or tells them that it is over. Each client reads the published words, and on
    /// their own ticket; whoever has read them does not read them again.
    /// </summary>
    /// <param name="most">So many tickets at once.</param>
    /// <returns>How it goes on; null when it is done.</returns>
    public static async ValueTask<WaveNews?> Tell(this Visit visit, WaveNews news, int most)
    {
        var wave = (await visit.Store.Wave(news.Wave))!;
        var cause = (await visit.Store.LoadTicket(wave.Cause!.Value))!.ToTicket().Publication!;
        var tickets = await visit.Store.TicketsOf(wave, news.After, most);
        foreach (var id in tickets.Where(id => id != wave.Cause))
            await visit.Tell(id, ticket => wave.IsOver ? End(ticket, cause) : Begin(ticket, wave));
        return tickets.Count == most ? news with { After = tickets[^1] }
            : news.IsLast ? null
            : news with { After = tickets.Count > 0 ? tickets[^1] : news.After, IsLast = true };
    }

    private static Linked? Begin(Ticket ticket, WaveRow wave) => ticket is { Follows: null, Status: Status.Open or Status.InProgress or Status.OnHold }
        && wave is { Title: { } title, Sentence: { } sentence } ? new Linked(title, sentence) : null;

    /// <summary>Whether it was resolved or withdrawn stands on the ticket by which it was published.</summary>
    private static Unlinked? End(Ticket ticket, Publication cause) =>
        ticket is { Follows: { } title, Status: not Status.Closed } ? new Unlinked(title, cause.IsResolved) : null;

    private static async ValueTask Tell(this Visit visit, long id, Func<Ticket, TicketEvent?> eventOf)
    {
        var ticket = await visit.Ledger.CatchUp((await visit.Ledger.Load(id))!, visit.Now);
        if (eventOf(ticket) is { } what)
            await visit.Ledger.Add(ticket, [what], Actor.Desk, Door.Desk, visit.Now);
    }
}
