using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;

namespace ChatSupport.Desk.Acts;

/// <summary>A ticket, of whichever client, follows a published incident; see <see cref="Visit.Link"/>.</summary>
internal sealed record Link(Ticket To) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Link)
        ?? (To.Publication is not { IsOver: false } published || To.Id == it.Ticket.Id
            ? NotNow("Refusals.NotPublished", To.Reference)
            : published.Followers.Any(follower => follower.Ticket == it.Ticket.Reference)
                ? NotNow("Refusals.LinkedAlready", it.Ticket.Reference, To.Reference)
                : Records(new Linked(published.Title, published.Sentence)));
}
