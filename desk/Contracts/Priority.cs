namespace ChatSupport.Desk.Contracts;

/// <summary>How much an incident matters (table 2). A smaller value is more urgent.</summary>
public enum Priority
{
    P1 = 1,
    P2 = 2,
    P3 = 3,
}

public static class Priorities
{
    /// <summary>The plan's ceiling: DEVELOPPEUR has no incident eligible at the critical level (R38, E1).</summary>
    public static Priority CappedBy(this Priority requested, Plan plan) =>
        plan == Plan.Developpeur && requested == Priority.P1 ? Priority.P2 : requested;

    public static bool IsMoreUrgentThan(this Priority one, Priority other) => one < other;
}
