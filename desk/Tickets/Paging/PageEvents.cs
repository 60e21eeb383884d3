using ChatSupport.Desk.People;

namespace ChatSupport.Desk.Tickets.Paging;

/// <summary>A step of the ladder was taken.</summary>
/// <param name="Step">Counts the steps of all rounds, from 0.</param>
/// <param name="Round">From 1.</param>
/// <param name="Attempt">Which attempt of its level it is, from 1.</param>
/// <param name="To">The directory ids of the engineers who are paged; empty when the level names nobody.</param>
public sealed record PageSent(
    int Step, int Round, int Attempt, EscalationTarget Level, Several<string> To, Several<EscalationWay> By) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>What became of a page. Taking the ticket is not here: that is its acknowledgement.</summary>
public enum PageOutcome
{
    /// <summary>The engineer heard it and passed it on.</summary>
    PassedOn,

    /// <summary>The call was answered and ended without a key: perhaps by nobody.</summary>
    NotTaken,
    NoAnswer,
    Busy,
    Machine,
    Failed,
}

/// <param name="Step">The step that paged them.</param>
/// <param name="NextLevel">The number of the next level's first step: passing on skips what is left of this one.</param>
public sealed record PageAnswered(string Engineer, int Step, PageOutcome Outcome, int NextLevel) : TicketEvent
{
    public override bool IsInternal => true;
}

/// <summary>The ladder was climbed as often as the directory says, and nobody has taken the ticket: nobody is woken any more.</summary>
public sealed record PagingEnded(int Rounds) : TicketEvent
{
    public override bool IsInternal => true;
}
