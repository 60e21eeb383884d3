namespace ChatSupport.Desk.Tickets.Publishing;

/// <summary>What a ticket has told to all clients, and who follows it.</summary>
/// <param name="IsOver">It was withdrawn, or the incident is settled.</param>
/// <param name="IsResolved">It is over because the incident is settled.</param>
public sealed record Publication(string Title, string Sentence, Several<Follower> Followers, bool IsOver = false, bool IsResolved = false)
{
    /// <summary>Better words for the same publication keep its followers; after the end there is a new one.</summary>
    internal static Publication After(Publication? before, Published published) =>
        new(published.Title, published.Sentence, before is { IsOver: false } ? before.Followers : []);

    internal Publication With(Followed followed) => this with { Followers = [.. Followers, new Follower(followed.Contact, followed.Ticket)] };

    public bool IsFollowedBy(string contact) => Followers.Any(follower => follower.Contact == contact);

    /// <summary>The ticket that this contact has on it, if any.</summary>
    public string? TicketOf(string contact) => Followers.LastOrDefault(follower => follower.Contact == contact && follower.Ticket is not null)?.Ticket;
}

/// <param name="Ticket">Their own ticket on it; null when they have none.</param>
public sealed record Follower(string Contact, string? Ticket);
