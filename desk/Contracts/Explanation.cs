using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using NodaTime;

namespace ChatSupport.Desk.Contracts;

/// <summary>
/// Why a deadline is what it is: the rule, the hours counted and the days that were not. <see cref="DueAt"/> is null for best
/// effort, which counts nothing.
/// </summary>
public sealed record Explanation
{
    private Explanation(Sentence rule) => Rule = rule;

    /// <summary>What the plan commits to.</summary>
    public Sentence Rule { get; }

    /// <summary>Why another priority was computed than the one asked for, if so (E1).</summary>
    public Sentence? Cap { get; private init; }

    /// <summary>The declaration or call from which the rule counts; it may lie outside the hours counted.</summary>
    public Instant From { get; private init; }

    public Instant? DueAt { get; private init; }

    /// <summary>The hours counted, in order. Together they are as long as the commitment.</summary>
    public IReadOnlyList<CountedHours> Counted { get; private init; } = [];

    /// <summary>The whole days in between on which nothing was counted.</summary>
    public IReadOnlyList<SkippedDay> Skipped { get; private init; } = [];

    public static Explanation Of(Plan plan, Priority priority, Instant from)
    {
        var capped = priority.CappedBy(plan);
        var explanation = InitialResponse.For(plan, capped) is { } commitment
            ? Of(RuleFor(plan, capped), commitment.Hours, from, commitment.Deadline(from))
            : new Explanation(RuleFor(plan, capped)) { From = from };
        return capped == priority ? explanation : explanation with { Cap = DeskText.Say("Deadline.Cap", plan, priority, capped) };
    }

    /// <summary>The target for a PREMIUM P1 that nobody has called about (D7).</summary>
    public static Explanation OfSoftObjective(Instant declared) =>
        Of(DeskText.Say("Deadline.SoftRule"), ServiceHours.Business, declared, InitialResponse.SoftObjective(declared));

    /// <summary>Explains a deadline that came about otherwise, by a change of priority for one (D6).</summary>
    public static Explanation Of(Sentence rule, ServiceHours hours, Instant from, Instant due) => new(rule)
    {
        From = from,
        DueAt = due,
        Counted = hours == ServiceHours.RoundTheClock ? [new(from, due)] : [.. CountedHours.Between(from, due)],
        Skipped = hours == ServiceHours.RoundTheClock ? [] : [.. SkippedDay.Between(from, due)],
    };

    /// <summary>The line of the table that applies, capped by the plan.</summary>
    public static Sentence RuleFor(Plan plan, Priority priority)
    {
        var capped = priority.CappedBy(plan);
        return InitialResponse.For(plan, capped) switch
        {
            null => DeskText.Say("Deadline.RuleBestEffort", plan, capped),
            { Hours: ServiceHours.RoundTheClock } fromCall => DeskText.Say("Deadline.RuleFromCall", plan, capped, fromCall.Response, fromCall.Hours),
            { } commitment => DeskText.Say("Deadline.Rule", plan, capped, commitment.Response, commitment.Hours),
        };
    }

    /// <summary>The whole explanation, a line at a time: the rule, then day by day, then the deadline.</summary>
    public IEnumerable<Sentence> Lines()
    {
        if (Cap is not null) yield return Cap;
        yield return Rule;
        if (DueAt is not { } due) yield break;

        if (Counted is [{ From: var start }, ..] && start > From) yield return DeskText.Say("Deadline.StartsLater", From, start);
        var days = Counted.Select(hours => (Date: Paris.DateOf(hours.From), Line: hours.Said()))
            .Concat(Skipped.Select(day => (day.Date, Line: day.Said())));
        foreach (var (_, line) in days.OrderBy(day => day.Date)) yield return line;
        if (Counted.Any(hours => hours.MeetsChangeOfClocks)) yield return DeskText.Say("Deadline.ClocksChange");
        yield return DeskText.Say("Deadline.Due", due, Counted.Aggregate(Duration.Zero, (sum, hours) => sum + hours.Length));
    }
}
