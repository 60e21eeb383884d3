namespace ChatSupport.Bot.Delivery;

/// <summary>How long to leave somebody alone who could not be reached: twice as long each time, up to a limit.</summary>
internal sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <param name="attempt">How many have failed, from 1.</param>
    /// <param name="luck">From 0 to 1: those who failed together come back apart, after half of the time to all of it.</param>
    public TimeSpan After(int attempt, double luck)
    {
        var doublings = Math.Clamp(attempt - 1, 0, 30);
        var full = Math.Min(First.TotalSeconds * Math.Pow(2, doublings), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (1 + luck) / 2);
    }
}
