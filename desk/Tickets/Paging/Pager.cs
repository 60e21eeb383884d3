using ChatSupport.Desk.People;
using NodaTime;

namespace ChatSupport.Desk.Tickets.Paging;

/// <summary>How far the paging of a ticket has come. It says what was done; <see cref="Ladder"/> says what to do next.</summary>
public sealed record Pager
{
    /// <summary>How long paging waits for a caller of whom nothing more is heard: they may have hung up, and nobody is bound to tell.</summary>
    public static readonly Duration Courtesy = Duration.FromSeconds(25);

    /// <summary>When the first page may go out.</summary>
    public required Instant From { get; init; }

    /// <summary>The client's call holds back no longer: they have hung up, or left a message.</summary>
    public bool IsReleased { get; init; }

    /// <summary>The client's call that is going on, by the carrier's name for it.</summary>
    public string? Line { get; init; }

    /// <summary>How many steps of the ladder are behind it, and so the number of the next one.</summary>
    public int Next { get; init; }

    /// <summary>The number of the step last taken.</summary>
    public int? Last { get; init; }

    /// <summary>When the first step of its level was taken.</summary>
    public Instant? LevelAt { get; init; }

    public int Round { get; init; }

    /// <summary>When the first step of its round was taken.</summary>
    public Instant? RoundAt { get; init; }

    /// <summary>Whom the last step paged, without those of whom the outcome is known.</summary>
    public Several<string> Awaited { get; init; } = [];

    /// <summary>Everyone whose phone may still ring for this ticket.</summary>
    public Several<string> Called { get; init; } = [];

    /// <summary>Since when nothing is to be expected of the last step any more.</summary>
    public Instant? SpentAt { get; init; }

    /// <summary>Somebody who was paged sent it on to the next level, or there was nobody to page.</summary>
    public bool IsPassedOn { get; init; }

    public bool HasEnded { get; init; }

    /// <summary>A caller is heard out first; and whoever records a call may take the ticket before anybody is woken.</summary>
    internal static Pager After(Called call, Instant at) => new() { From = at + Courtesy, Line = call.Call };

    public bool IsLatest(PageSent page) => page.Step == Last;

    internal Pager OnTheLine(OnTheLine line) => line.Step == LineStep.HungUp
        ? this with { Line = Line == line.Call ? null : Line }
        : this with { Line = line.Call, From = IsReleased || Last is not null ? From : line.Until };

    /// <summary>That call is about something else, and holds back nothing here.</summary>
    internal Pager Without(string call, Instant at) => Line == call ? (this with { Line = null }).Released(at) : this;

    internal Pager Released(Instant at) => IsReleased ? this : this with { IsReleased = true, From = Instant.Min(at, From) };

    internal Pager Sent(PageSent page, Instant at) => this with
    {
        Next = page.Step + 1,
        Last = page.Step,
        LevelAt = page.Attempt == 1 ? at : LevelAt,
        Round = page.Round,
        RoundAt = page.Round == Round ? RoundAt : at,
        Awaited = page.To,
        Called = page.By.Contains(EscalationWay.Phone) ? [.. Called.Union(page.To)] : Called,
        SpentAt = page.To is [] ? at : null,
        IsPassedOn = page.To is [],
    };

    internal Pager Answered(PageAnswered answer, Instant at)
    {
        if (answer.Step != Last)
            return this;
        Several<string> awaited = [.. Awaited.Where(engineer => engineer != answer.Engineer)];
        var passedOn = IsPassedOn || answer.Outcome == PageOutcome.PassedOn;
        return awaited is []
            ? this with { Awaited = awaited, SpentAt = at, IsPassedOn = passedOn, Next = passedOn ? answer.NextLevel : Next }
            : this with { Awaited = awaited, IsPassedOn = passedOn };
    }
}
