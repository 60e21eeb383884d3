using NodaTime;

namespace ChatSupport.Desk.People.Reading;

/// <summary>Who is woken, and who is warned.</summary>
internal static class EscalationReader
{
    private const string LevelExample = "{ to: on-call, by: [chat, phone], wait: 5m, redial: 1 }";

    private static readonly Kind<EscalationTarget> Targets = Kind.OneOf(
        ("on-call", EscalationTarget.OnCall), ("next-on-call", EscalationTarget.NextOnCall), ("supervisors", EscalationTarget.Supervisors));

    private static readonly Kind<EscalationWay> Ways = Kind.OneOf(("chat", EscalationWay.Chat), ("phone", EscalationWay.Phone), ("sms", EscalationWay.Sms));

    public static (EscalationLadder? Ladder, IReadOnlyList<Warning>? Warnings) Read(Section section, Findings findings) =>
        (section.Has("critical") ? Ladder(section, findings) : null, section.Has("warnings") ? Warnings(section, findings) : null);

    /// <summary>A list of levels; how often it is climbed again stands at its end.</summary>
    private static EscalationLadder Ladder(Section section, Findings findings)
    {
        var steps = section.Parts("critical", LevelExample, step => Step(step));
        var levels = steps.Select(step => step.Level).OfType<EscalationLevel>().ToList();
        if (levels.Count == 0)
        {
            findings.Add(section.LineOf("critical"), "NoLevel", $"- {LevelExample}");
        }

        foreach (var misplaced in steps.SkipLast(1).Where(step => step.Level is null))
        {
            findings.Add(misplaced.Line, "RepeatNotLast");
        }

        return new EscalationLadder(levels, steps is [.., { Repeat: { } repeat }] ? repeat : 0);
    }

    private static LadderStep Step(Section step) => step.Has("repeat")
        ? new LadderStep(step.Line, null, step.Value("repeat", Kinds.Count))
        : new LadderStep(step.Line, Level(step), null);

    private static EscalationLevel Level(Section level)
    {
        var ways = level.Values("by", Ways).Select(way => way.Value).Distinct().ToList();
        return new EscalationLevel(
            level.Required("to", Targets),
            ways.Count > 0 ? ways : [EscalationWay.Chat, EscalationWay.Phone],
            level.Value("wait", TimeKinds.Wait, Duration.FromMinutes(5)),
            level.Value("redial", Kinds.Count, 1));
    }

    private static IReadOnlyList<Warning> Warnings(Section section, Findings findings)
    {
        var percentages = section.Values("warnings", Kinds.Percent).Select(percent => percent.Value).ToList();
        if (percentages.Count > Warning.Default.Count || percentages.Zip(percentages.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            findings.Add(section.LineOf("warnings"), "WarningsOrder");
        }

        return Warning.InOrder(percentages);
    }

    private sealed record LadderStep(int Line, EscalationLevel? Level, int? Repeat);
}
