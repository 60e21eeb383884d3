namespace ChatSupport.Desk.Tickets.Publishing;

/// <summary>A supervisor lets every client know of this incident (E59), in words written for them: nothing of the ticket's own goes with it.</summary>
/// <param name="Service">The Service that it concerns, as declarations name it; null when the words alone say.</param>
/// <param name="Region">Null, or <c>all</c>, for everywhere.</param>
public sealed record Published(string Title, string Sentence, string? Service, string? Region) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>The published incident is over for everybody: whoever follows it is told, in the words that were published.</summary>
/// <param name="Resolved">Otherwise it was withdrawn.</param>
public sealed record Unpublished(string Title, bool Resolved) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>Somebody, of whichever client, follows this published incident.</summary>
/// <param name="Contact">Who is to be told when it is over.</param>
/// <param name="Ticket">Their own ticket on it; null when they need none.</param>
public sealed record Followed(string Contact, string? Ticket) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>It was declared in a wave of others that likely have the same cause: until somebody takes it, the wave's notice stands for its card at the desk.</summary>
/// <param name="Wave">The reference of the first ticket of the wave, perhaps another client's.</param>
public sealed record Grouped(string Wave) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>The published incident that this ticket follows is over. The ticket itself goes on: whether all is well is for its client to say.</summary>
/// <param name="Resolved">Otherwise the publication was withdrawn.</param>
public sealed record Unlinked(string Title, bool Resolved) : TicketEvent;

/// <summary>This ticket follows a published incident, and keeps its own clock. Its client reads the published words and nothing else.</summary>
public sealed record Linked(string Title, string Sentence) : TicketEvent;
