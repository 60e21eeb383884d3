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

/// <summary>This ticket follows a published incident, and keeps its own clock. Its client reads the published words and nothing else.</summary>
public sealed record Linked(string Title, string Sentence) : TicketEvent;
