using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk;

/// <summary>How everything stands at one instant. Nothing changes through it; for that there is the <see cref="Visit"/>.</summary>
public class Glance
{
    private readonly Reader reader;

    internal Glance(Reader reader, Directory directory, IReadOnlySet<Way> ways, Instant now) => (this.reader, Directory, Ways, Now) = (reader, directory, ways, now);

    public virtual Reader Store => reader;

    public Directory Directory { get; }

    /// <summary>The ways by which this program reaches people.</summary>
    public IReadOnlySet<Way> Ways { get; }

    /// <summary>The instant of everything that is seen or decided.</summary>
    public Instant Now { get; }

    /// <summary>A ticket as this actor may see it, with everything decided on it that has fallen due; null when there is none for them.</summary>
    /// <exception cref="MoreThanAGlanceException">Something has fallen due on it that is not decided yet.</exception>
    public virtual async ValueTask<Ticket?> Find(string reference, Actor actor) =>
        (await Store.LoadTicket(reference))?.ToTicket() is not { } ticket || !actor.MaySee(ticket) ? null
            : Ledger.IsDue(ticket, Directory, Now) ? throw new MoreThanAGlanceException()
            : ticket;
}

/// <summary>Who only looked wants to change something: they come again, as a visit.</summary>
public sealed class MoreThanAGlanceException : Exception;
