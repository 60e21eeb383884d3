using System.Collections.Immutable;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;
using NodaTime;

namespace ChatSupport.Desk;

/// <summary>
/// How tickets are written within one transaction: the events, the row that they fold into, and whom they have to be told.
/// </summary>
internal sealed class Ledger(Session session, Directory directory, IReadOnlySet<Way> ways)
{
    private readonly Dictionary<long, Ticket> changed = [];
    private readonly Waves waves = new(session, directory, ways);
    private readonly Whereabouts whereabouts = new(session, directory, ways);
    private readonly HashSet<long> opened = [];

    /// <summary>Every ticket that was opened or changed, as it stands now.</summary>
    public IReadOnlyCollection<Ticket> Changed => changed.Values;

    /// <summary>The ticket, held until the transaction ends: whoever else wants to change it waits.</summary>
    public async ValueTask<Ticket?> Load(string reference) => (await session.HoldTicket(reference))?.ToTicket();

    public async ValueTask<Ticket?> Load(long id) => (await session.HoldTicket(id))?.ToTicket();

    /// <summary>The ticket as it was when it had this version.</summary>
    public async ValueTask<Ticket> Load(string reference, int version)
    {
        var ticket = (await Load(reference))!;
        if (ticket.Version == version)
            return ticket;
        var timeline = await session.Timeline(ticket.Id);
        return TicketFold.Rebuild(ticket.Id, ticket.Kind, reference, [.. timeline.Take(version).Select(row => row.ToHappening())]);
    }

    /// <summary>Opens a ticket with its first event, the declaration.</summary>
    public async ValueTask<Ticket> Open(TicketKind kind, ImmutableArray<TicketEvent> events, Actor actor, Door door, Instant now)
    {
        var declared = (Declared)events[0];
        var around = await waves.Around(declared, now);
        List<Happening> timeline = [new(1, now, actor.Id, door, declared)];
        // From the number to the commit others wait for theirs: what can be asked before is asked before.
        await whereabouts.Of(TicketFold.Rebuild(0, kind, "", timeline));
        var (number, id, wave) = await waves.Number(around, kind, declared, now);
        opened.Add(id);
        if (wave is not null)
            timeline.AddRange(Waves.EventsOf(wave).Select((what, at) => new Happening(at + 2, now, Actor.Desk.Id, Door.Desk, what)));
        var ticket = TicketFold.Rebuild(id, kind, Ticket.ReferenceOf(kind, number), timeline);
        var (service, region) = (declared.Declaration.Service, declared.Declaration.Region);
        await session.Insert(ticket.ToRow(directory, number), service, region, wave?.Name);
        foreach (var happening in timeline)
            await Record(ticket, happening);
        if (wave is not null)
            await waves.Show(wave, now);
        return events.Length == 1 ? ticket : await Add(ticket, events[1..], actor, door, now);
    }

    /// <summary>Should the clock have been set back meanwhile, a timeline does not go back with it.</summary>
    public async ValueTask<Ticket> Add(Ticket ticket, ImmutableArray<TicketEvent> events, Actor actor, Door door, Instant now)
    {
        now = Instant.Max(now, ticket.UpdatedAt);
        foreach (var what in events)
            ticket = await Append(ticket, new Happening(ticket.Version + 1, now, actor.Id, door, what));
        await session.Update(ticket.ToRow(directory));
        return ticket;
    }

    public static bool IsDue(Ticket ticket, Directory directory, Instant now) => FallDue.Decide(new Case(ticket, Actor.Desk, now, directory)) is not null;

    /// <summary>Decides what has fallen due on the ticket, each thing at its own instant, before anything else happens to it.</summary>
    public async ValueTask<Ticket> CatchUp(Ticket ticket, Instant now)
    {
        var caughtUp = await Fall(ticket, now);
        if (caughtUp.Version != ticket.Version)
            await session.Update(caughtUp.ToRow(directory));
        return caughtUp;
    }

    /// <summary>The same when nothing else happens, and notes when something will: the directory may say otherwise than when it was last noted.</summary>
    /// <returns>False when there is no such ticket.</returns>
    public async ValueTask<bool> Sweep(long id, Instant now)
    {
        if (await Load(id) is not { } ticket)
            return false;
        await session.Update((await Fall(ticket, now)).ToRow(directory));
        return true;
    }

    private async ValueTask<Ticket> Fall(Ticket ticket, Instant now)
    {
        while (FallDue.Decide(new Case(ticket, Actor.Desk, now, directory)) is { } due)
            ticket = await Append(ticket, due);
        return ticket;
    }

    private async ValueTask<Ticket> Append(Ticket ticket, Happening happening)
    {
        ticket = ticket.After(happening);
        await Record(ticket, happening);
        return ticket.EndOfPublication is { } end ? await Append(ticket, happening with { Seq = happening.Seq + 1, What = end }) : ticket;
    }

    private async ValueTask Record(Ticket ticket, Happening happening)
    {
        changed[ticket.Id] = ticket;
        await session.Append(happening.ToRow(ticket.Id));
        if (happening.What is Published published)
            await Publish(ticket, published, happening.At);
        else if (happening.What is Unpublished)
            await Unpublish(ticket, happening.At);
        foreach (var addressee in Audience.Of(ticket, happening, directory, ways))
            foreach (var notice in await Notices(addressee, happening))
                await session.Enqueue(notice.ToRow(ticket.Id, happening.At));
        foreach (var paged in Pages.Of(ticket, happening, directory, ways))
            foreach (var notice in await Notices(paged, happening))
                await session.Enqueue(notice.ToUrgentRow(ticket.Id, happening.At));
        foreach (var place in await Places(ticket))
            await Show(ticket, happening, place);
        if (happening is { Seq: > 1, What: not Undelivered } && Place.IsAnywhere(ways) && !opened.Contains(ticket.Id))
            foreach (var way in await session.WaysOfCopies(ticket.Id))
                await session.EnqueueLatest(Rows.CopiesToRow(Enum.Parse<Way>(way), ticket.Id, happening.At));
    }

    private async ValueTask Publish(Ticket ticket, Published published, Instant at)
    {
        await session.Publish(ticket.Id, published.Title, published.Sentence, published.Service, published.Region, at);
        await waves.Published(ticket, at);
    }

    private async ValueTask Unpublish(Ticket ticket, Instant at)
    {
        await session.Unpublish(ticket.Id);
        await waves.Unpublished(ticket, at);
    }

    /// <summary>A client is written to, and follows in a chat's place; the desk's own people are spoken to where they can be.</summary>
    private async ValueTask<IEnumerable<Notice>> Notices(Addressee addressee, Happening happening)
    {
        var reachable = addressee.To is Engineer && Place.IsAnywhere(ways) ? await session.AsReachable(addressee.To, directory) : addressee.To;
        return addressee.By(reachable).Select(way => new Notice(addressee.To, way, happening.What, happening.Seq));
    }

    /// <summary>Where it is followed.</summary>
    public ValueTask<IReadOnlyList<Place>> Places(Ticket ticket) => whereabouts.Of(ticket);

    /// <summary>That a message did not arrive changes no card, and is not told at the place that refused it: it would never end.</summary>
    private async ValueTask Show(Ticket ticket, Happening happening, Place place)
    {
        var card = place.ToRow(ticket.Id, seq: null, happening.At);
        if (happening.Seq == 1)
            await session.Enqueue(card);
        else if (happening.What is not Undelivered)
            await session.EnqueueLatest(card);
        if (place.Tells(happening.What) && (happening.What as Undelivered)?.Person != place.ToString())
            await session.Enqueue(place.ToRow(ticket.Id, happening.Seq, happening.At));
    }
}
