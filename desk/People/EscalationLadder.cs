using NodaTime;

namespace ChatSupport.Desk.People;

public enum EscalationTarget
{
    OnCall,
    NextOnCall,
    Supervisors,
}

public enum EscalationWay
{
    Chat,
    Phone,
    Sms,
}

/// <summary>One level of the ladder: who is tried, by which ways, and for how long before the next level.</summary>
/// <param name="Redial">How many more times an unanswered call is placed within this level.</param>
public sealed record EscalationLevel(EscalationTarget To, IReadOnlyList<EscalationWay> By, Duration Wait, int Redial);

/// <summary>Who is woken for a critical incident until someone takes it.</summary>
/// <param name="Repeat">How many more times the levels are climbed after the first.</param>
public sealed record EscalationLadder(IReadOnlyList<EscalationLevel> Levels, int Repeat)
{
    public static EscalationLadder Default { get; } = new(
        [
            Level(EscalationTarget.OnCall, minutes: 5),
            Level(EscalationTarget.NextOnCall, minutes: 5),
            Level(EscalationTarget.Supervisors, minutes: 10),
        ],
        Repeat: 3);

    private static EscalationLevel Level(EscalationTarget to, int minutes) =>
        new(to, [EscalationWay.Chat, EscalationWay.Phone], Duration.FromMinutes(minutes), Redial: 1);
}
