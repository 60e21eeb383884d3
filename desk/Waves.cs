using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;
using ChatSupport.Desk.Tickets.Waves;
using NodaTime;

namespace ChatSupport.Desk;

/// <summary>How waves are kept within one transaction: what joins them, what they are published by, and the notices that say so to the desk.</summary>
internal sealed class Waves(Session session, Directory directory, IReadOnlySet<Way> ways)
{
    /// <summary>What a declaration would be part of, as far as is committed, and the latest ticket by then.</summary>
    public async ValueTask<(Wave? Wave, long Latest)> Around(Declared declared, Instant now)
    {
        var newest = await session.Lately(WaveRule.Newest);
        var tells = WaveRule.Tells(declared.Declaration, now, newest);
        var wave = WaveRule.Of(declared.Client, declared.Declaration, now, tells ? newest : await session.Lately(WaveRule.Lately));
        return (wave, newest is [var latest, ..] ? latest.TicketId : 0);
    }

    /// <summary>
    /// The number of a new ticket, which joins a wave or begins one. Nobody else gets a number before the commit, so that two who see the
    /// same do not both begin, and who has waited for it sees those who came before.
    /// </summary>
    /// <param name="seen">By <see cref="Around"/>, before.</param>
    public async ValueTask<(long Number, long Id, WaveRow? Wave)> Number((Wave? Wave, long Latest) seen, TicketKind kind, Declared declared, Instant now)
    {
        if (seen.Wave is { HasBegun: true } begun)
        {
            var (next, stands) = await session.Together(_ => session.NextTicket(kind.ToString()), reader => reader.Wave(begun.Name));
            return (next.Number, next.Id, await Join(begun, stands!, now));
        }
        var (number, id) = await session.NextTicket(kind.ToString());
        if ((id == seen.Latest + 1 ? seen.Wave : (await Around(declared, now)).Wave) is not { } wave)
            return (number, id, null);
        if (!wave.HasBegun)
            await session.BeginWave(wave.Others[0]);
        return (number, id, await Join(wave, (await session.Wave(wave.Name))!, now));
    }

    /// <summary>What happens to a newcomer by joining, beside its declaration.</summary>
    public static IEnumerable<TicketEvent> EventsOf(WaveRow wave)
    {
        yield return new Grouped(wave.Name);
        if (wave is { Title: { } title, Sentence: { } sentence })
            yield return new Linked(title, sentence);
    }

    /// <summary>The first of a wave's tickets to be published is what the others follow. A few follow in each step, so that nobody waits for all of them.</summary>
    public async ValueTask Published(Ticket ticket, Instant at)
    {
        if (await session.WaveOf(ticket.Id) is not { IsOver: false } wave || (wave.Cause ?? ticket.Id) != ticket.Id)
            return;
        if (wave.Cause is null)
        {
            await session.PublishWave(wave, ticket.Id);
            await session.Enqueue(WaveNews.Begin(wave).ToRow(at, NodaConstants.UnixEpoch));
        }
        await Show(wave, at);
    }

    public async ValueTask Unpublished(Ticket ticket, Instant at)
    {
        if (await session.WaveOf(ticket.Id) is not { IsOver: false } wave || wave.Cause != ticket.Id)
            return;
        await session.EndWave(wave);
        await session.Enqueue(WaveNews.Begin(wave).ToRow(at, NodaConstants.UnixEpoch));
        await Show(wave, at);
    }

    /// <summary>One notice in each of the desk's channels, kept true: however many join, it changes as fast as it can be shown.</summary>
    public async ValueTask Show(WaveRow wave, Instant at)
    {
        foreach (var place in Place.OfDesk(directory, ways))
            await session.EnqueueLatest(place.ToRow(wave, at));
    }
    private async ValueTask<WaveRow> Join(Wave wave, WaveRow row, Instant now)
    {
        foreach (var other in wave.Others)
            await session.Join(wave.Name, other.TicketId);
        // Those that were being declared just then read what was published as well.
        if (wave.Others.Count > 0 && row.Cause is not null)
            await session.Enqueue(WaveNews.Begin(row).ToRow(now, NodaConstants.UnixEpoch));
        return row;
    }
}
