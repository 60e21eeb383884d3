using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Declarations;

/// <summary>How much of the Service is touched: interrupted, degraded, isolated or minor.</summary>
public enum Impact
{
    I1,
    I2,
    I3,
}

/// <summary>How soon it hurts: production without a workaround, production with one, outside production.</summary>
public enum Urgency
{
    U1,
    U2,
    U3,
}

public sealed record SuggestedPriority(Priority Priority, Sentence Reason);

/// <summary>« Matrice de priorité des Incidents » (table 2, R82). It suggests; the client requests, an engineer retains.</summary>
public static class PriorityMatrix
{
    /// <summary>
    /// The priority that these three answers call for, before the plan's ceiling; null until all three are given.
    /// The arguments are the keys of their choices.
    /// </summary>
    public static SuggestedPriority? Suggest(string? serviceInterrupted, string? environment, string? workaround)
    {
        if (ImpactOf(serviceInterrupted) is not { } impact || UrgencyOf(environment, workaround) is not { } urgency)
            return null;

        var priority = (impact, urgency) switch
        {
            (Impact.I1, Urgency.U1) => Priority.P1,
            (Impact.I1, _) or (Impact.I2, Urgency.U1 or Urgency.U2) => Priority.P2,
            _ => Priority.P3,
        };
        return new(priority, DeskText.Say("Answers.Suggestion", priority, impact, urgency, impact.ToString(), urgency.ToString()));
    }

    private static Impact? ImpactOf(string? serviceInterrupted) => serviceInterrupted switch
    {
        "interrupted" => Impact.I1,
        "degraded" => Impact.I2,
        "no" => Impact.I3,
        _ => null,
    };

    // A workaround that nobody knows relieves nobody: unknown counts as none, and an engineer may lower the priority later (R83).
    private static Urgency? UrgencyOf(string? environment, string? workaround) => (environment, workaround) switch
    {
        (null, _) or (_, null) => null,
        ("production", "yes") => Urgency.U2,
        ("production", _) => Urgency.U1,
        _ => Urgency.U3,
    };
}
