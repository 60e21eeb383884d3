using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;
using NodaTime;

namespace ChatSupport.Desk;

/// <summary>
/// One visit to the counter: whatever happens in it is committed together, or not at all. It may be run again when the commit fails,
/// so it changes nothing except through this.
/// </summary>
public sealed class Visit : Glance
{
    private readonly Ledger ledger;

    internal Visit(Session session, Directory directory, IReadOnlySet<Way> ways, Instant now) : base(session, directory, ways, now) =>
        (ledger, Store) = (new Ledger(session, directory, ways), session);

    public override Session Store { get; }

    public ValueTask<Answer> Declare(Declare act, Actor actor, Door door) => Declare(act, act.Decide(Directory, Now), actor, door);

    internal async ValueTask<Answer> Declare(Declare act, Decision decision, Actor actor, Door door)
    {
        var followed = act.FollowsUp is { } closed && await ledger.Load(closed) is { } found ? await ledger.CatchUp(found, Now) : null;
        return (decision.Refusal ?? act.Follows(followed)) is { } refusal
            ? new Answer.Refused(refusal)
            : new Answer.Accepted(await ledger.Open(TicketKind.Incident, decision.Events, actor, door, Now), IsRepeat: false);
    }

    /// <param name="ifVersion">The version that the person saw, when their act depends on it.</param>
    public async ValueTask<Answer> Act(string reference, TicketAct act, Actor actor, Door door, int? ifVersion = null)
    {
        if (await Hold(reference, actor) is not { } ticket)
            return new Answer.Refused(Refusal.Of(RefusalKind.Unknown, "Refusals.Unknown", reference));
        if (ifVersion is { } seen && seen != ticket.Version)
            return new Answer.Refused(Refusal.Of(RefusalKind.Stale, "Refusals.Stale", ticket.Reference, seen, ticket.Version));
        var decision = act.Decide(new Case(ticket, actor, Now, Directory));
        return decision.Refusal is { } refusal
            ? new Answer.Refused(refusal)
            : new Answer.Accepted(await ledger.Add(ticket, decision.Events, actor, door, Now), IsRepeat: false);
    }

    /// <summary>A contact follows a published incident, whoever's it is: they are told when it is over, and of nothing else.</summary>
    /// <param name="published">By <see cref="PublishedRow.Id"/>.</param>
    /// <returns>False when it is over, or there never was one.</returns>
    public async ValueTask<bool> Follow(long published, Contact contact, Door door)
    {
        if (await Store.PublishedIncident(published) is not { } row || await ledger.Load(row.TicketId) is not { Publication: { IsOver: false } publication } ticket)
            return false;
        if (!publication.IsFollowedBy(contact.Id))
            await ledger.Add(ticket, [new Followed(contact.Id, null)], Actor.Of(contact), door, Now);
        return true;
    }

    /// <summary>
    /// A ticket, of whichever client, follows a published incident: its client is told of it in the published words, and when it is over.
    /// The ticket keeps its own clock.
    /// </summary>
    /// <param name="reference">The ticket that follows.</param>
    /// <param name="published">The reference of the ticket that was published.</param>
    public async ValueTask<Answer> Link(string reference, string published, Actor actor, Door door)
    {
        if (await Hold(published, actor) is not { } cause)
            return new Answer.Refused(Refusal.Of(RefusalKind.Unknown, "Refusals.Unknown", published));
        var answer = await Act(reference, new Link(cause), actor, door);
        if (answer is Answer.Accepted { Ticket: var ticket })
            await ledger.Add(cause, [new Followed(ticket.Contact, ticket.Reference)], actor, door, Now);
        return answer;
    }

    /// <summary>A ticket as this actor may see it; what has fallen due on it is decided first. Null when there is none for them.</summary>
    public override async ValueTask<Ticket?> Find(string reference, Actor actor) =>
        (await Store.LoadTicket(reference))?.ToTicket() is not { } ticket || !actor.MaySee(ticket) ? null
            : Ledger.IsDue(ticket, Directory, Now) ? await Hold(reference, actor)
            : ticket;

    /// <summary>Where in chats a ticket is followed.</summary>
    public ValueTask<IReadOnlyList<Place>> PlacesOf(Ticket ticket) => ledger.Places(ticket);

    /// <summary>An engineer agrees with others who is on call, whatever the directory's file says.</summary>
    public async ValueTask StandIn(Engineer engineer, Instant from, Instant to, Actor by)
    {
        await Store.Add(new StandInRow(engineer.Id, from, to, by.Id, Now));
        HasChangedRota = true;
    }

    internal bool HasChangedRota { get; private set; }

    /// <summary>What was opened or changed in this visit, as it stands.</summary>
    public IReadOnlyCollection<Ticket> Changed => ledger.Changed;

    internal ValueTask<bool> Sweep(long ticketId) => ledger.Sweep(ticketId, Now);

    internal Ledger Ledger => ledger;

    private async ValueTask<Ticket?> Hold(string reference, Actor actor) =>
        await ledger.Load(reference) is { } ticket && actor.MaySee(ticket) ? await ledger.CatchUp(ticket, Now) : null;

    /// <summary>The answer that was given to this delivery the first time.</summary>
    internal ValueTask<Answer> Repeat(string outcome) => Outcome.Repeat(outcome, ledger);
}
