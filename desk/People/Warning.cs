namespace ChatSupport.Desk.People;

/// <summary>In the order in which they are warned.</summary>
public enum WarningAudience
{
    DeskChannel,
    OnCall,
    Supervisors,
}

/// <summary>Somebody is warned when this much of the initial response time is gone.</summary>
/// <param name="Percent">1 to 100.</param>
public sealed record Warning(int Percent, WarningAudience To)
{
    public static IReadOnlyList<Warning> Default { get; } = InOrder([50, 75, 100]);

    /// <summary>The first percentage warns the desk's channel, the second the person on call, the third the supervisors.</summary>
    internal static IReadOnlyList<Warning> InOrder(IEnumerable<int> percentages) =>
        [.. percentages.Zip(Enum.GetValues<WarningAudience>(), (percent, to) => new Warning(percent, to))];
}
