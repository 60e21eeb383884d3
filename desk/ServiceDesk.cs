using System.Diagnostics;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk;

/// <summary>
/// The counter of the desk: every door comes here with an act and gets an answer. Load, decide, commit, answer; what is answered is
/// durable, and what was delivered twice happened once.
/// </summary>
public sealed class ServiceDesk(Store store, LiveDirectory directory, DeskClock clock, IReadOnlySet<Way> ways)
{
    /// <summary>
    /// Raised after a commit that leaves something to send. For waking somebody up, and nothing else: it runs before the answer goes out.
    /// </summary>
    public event Action? Changed;

    /// <summary>Raised after a commit with the tickets that it opened or changed, as they stand: something may fall due sooner.</summary>
    public event Action<IReadOnlyCollection<Ticket>>? Committed;

    /// <summary>Raised with every answer, refusals included, once it is committed: for whoever counts.</summary>
    public event Action<Origin, Answer>? Answered;

    /// <summary>Nobody but this program writes to its store.</summary>
    public bool IsAlone => !store.IsShared;

    public Task<Answer> Declare(Declare act, Origin origin, CancellationToken stop = default)
    {
        var decision = act.Decide(directory.Current, clock.Now);
        return Once(origin, visit => visit.Declare(act, decision, origin.Actor, origin.Door), stop);
    }

    public Task<Answer> Act(string reference, TicketAct act, Origin origin, CancellationToken stop = default) =>
        Once(origin, visit => visit.Act(reference, act, origin.Actor, origin.Door, origin.IfVersion), stop);

    /// <summary>A ticket follows a published incident; see <see cref="Visit.Link"/>.</summary>
    public Task<Answer> Link(string reference, string published, Origin origin, CancellationToken stop = default) =>
        Once(origin, visit => visit.Link(reference, published, origin.Actor, origin.Door), stop);

    /// <summary>Receives a visitor for more than one act, such as a turn of a conversation: all of it is committed together.</summary>
    public async Task<T> Receive<T>(Func<Visit, ValueTask<T>> visit, CancellationToken stop = default)
    {
        Visit? last = null;
        var isNews = false;
        using var commit = DeskTrace.Step("commit");
        var outcome = await store.Write(Decide, stop);
        commit?.Stop();
        if (last is { HasChangedRota: true })
            await LookAtRota(CancellationToken.None);
        if (isNews)
            Changed?.Invoke();
        if (last is { Changed: { Count: > 0 } changed })
            Committed?.Invoke(changed);
        if (isNews)
            Tell(last!.Changed);
        return outcome;

        // On the writer's turn, where nothing is known of who asked.
        async ValueTask<T> Decide(Session session)
        {
            using var decide = DeskTrace.Step("decide", commit?.Context ?? default);
            var decided = await visit(last = new Visit(session, directory.Current, ways, clock.Now));
            isNews = last.Changed.Count > 0 || last.HasChangedRota || session.Lanes.Count > 0;
            return decided;
        }
    }

    /// <summary>Lets somebody look without changing anything: on one snapshot, beside whoever is writing.</summary>
    /// <exception cref="MoreThanAGlanceException">They wanted to change something after all.</exception>
    public Task<T> Look<T>(Func<Glance, ValueTask<T>> look, CancellationToken stop = default) =>
        store.Read(reader => look(new Glance(reader, directory.Current, ways, clock.Now)), stop);

    /// <summary>Another instance on the same store has committed something: it is news here as if it had happened here.</summary>
    public async void Hear(string news)
    {
        Changed?.Invoke();
        try
        {
            if (Committed is { } committed && await store.Ask(reader => reader.LoadTicket(news)) is { } row)
                committed([row.ToTicket()]);
        }
        catch (Exception gone) when (gone is StoreUnavailableException or ObjectDisposedException)
        {
            // News may be lost, and come when the program ends; whoever waits for them looks for itself now and then.
        }
    }

    /// <summary>Takes in who stands in for whom by now; other instances' people agree on it as well.</summary>
    public async Task LookAtRota(CancellationToken stop = default)
    {
        var rows = await store.Ask(reader => reader.StandIns(clock.Now), stop);
        directory.Take([.. rows.Select(row => new StandIn(row.Engineer, row.From, row.To))]);
    }

    /// <summary>One ticket as this actor may see it; null when there is none for them.</summary>
    public async Task<Ticket?> Find(string reference, Actor actor, CancellationToken stop = default) =>
        await store.Ask(reader => reader.LoadTicket(reference), stop) is { } row && row.ToTicket() is var ticket && actor.MaySee(ticket)
            ? ticket
            : null;

    /// <summary>The ticket's timeline. Internal events are for the desk's own people only.</summary>
    public async Task<IReadOnlyList<Happening>> Timeline(Ticket ticket, Actor actor, CancellationToken stop = default)
    {
        var rows = await store.Ask(reader => reader.Timeline(ticket.Id), stop);
        return [.. rows.Select(row => row.ToHappening()).Where(happening => actor.MaySee(happening.What))];
    }

    /// <summary>Decides what has fallen due by now, at most <paramref name="most"/> tickets; returns how many there were.</summary>
    public async Task<int> Sweep(int most, CancellationToken stop = default)
    {
        var due = await store.Ask(reader => reader.DueTickets(clock.Now, most), stop);
        using var step = due.Count > 0 ? DeskTrace.Step("sweep") : null;
        await Sweep(due, stop);
        return due.Count;
    }

    /// <summary>Notes anew when each ticket changes by itself: the directory's warnings, or a new version's calendar, may say otherwise.</summary>
    public async Task Reschedule(CancellationToken stop = default) =>
        await Sweep(await store.Ask(reader => reader.DueTickets(Instant.MaxValue, int.MaxValue), stop), stop);

    /// <summary>The next instant at which a ticket changes by itself; null when nothing is to come.</summary>
    public Task<Instant?> NextDue(CancellationToken stop = default) => store.Ask(reader => reader.OldestNextDue(), stop);

    private void Tell(IReadOnlyCollection<Ticket> changed)
    {
        foreach (var ticket in changed)
            store.Tell(ticket.Reference);
        if (changed.Count == 0)
            store.Tell(Store.Anything);
    }

    /// <summary>One ticket that cannot be decided does not hold up the others; its failure is thrown after them.</summary>
    private async Task Sweep(List<long> tickets, CancellationToken stop) => await Task.WhenAll(tickets.Select(id => Receive(visit => visit.Sweep(id), stop)));

    private async Task<Answer> Once(Origin origin, Func<Visit, ValueTask<Answer>> decide, CancellationToken stop)
    {
        var answer = await Receive(visit => origin.Delivery is { } delivery ? Once(visit, delivery, origin.BodyHash, decide) : decide(visit), stop);
        if (answer is Answer.Accepted { Ticket.Reference: var reference })
            Activity.Current?.SetTag("chatsupport.ticket", reference);
        Answered?.Invoke(origin, answer);
        return answer;
    }

    private static async ValueTask<Answer> Once(Visit visit, DeliveryKey delivery, string bodyHash, Func<Visit, ValueTask<Answer>> decide)
    {
        if (await visit.Store.TryDeliver(delivery, bodyHash, visit.Now) is { } earlier)
            return earlier.BodyHash == bodyHash
                ? await visit.Repeat(earlier.Outcome!)
                : new Answer.Refused(Refusal.Of(RefusalKind.Reused, "Refusals.Reused"));
        var answer = await decide(visit);
        await visit.Store.Remember(delivery, Outcome.Write(answer));
        return answer;
    }
}
