using System.Threading.RateLimiting;

namespace ChatSupport.Bot.Limits;

/// <summary>
/// What each caller has left. A budget is a minute's worth that fills up again all the time. It is each instance's own: a caller who
/// meets several gets more, and none depends on another to answer.
/// </summary>
internal sealed class Budgets(LimitsSettings settings) : IDisposable
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<Caller> limiter = PartitionedRateLimiter.Create<Caller, Caller>(
        caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => BudgetOf(settings, caller.Kind)));

    /// <summary>Takes one request out of the caller's budget.</summary>
    /// <returns>After how long to come back, when nothing is left; null when it is welcome.</returns>
    public TimeSpan? Exhausted(Caller caller)
    {
        using var lease = limiter.AttemptAcquire(caller);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > AMoment ? after
            : AMoment;
    }

    public void Dispose() => limiter.Dispose();

    private static TokenBucketRateLimiterOptions BudgetOf(LimitsSettings settings, CallerKind kind)
    {
        var most = kind switch
        {
            CallerKind.Person => settings.PerPerson,
            CallerKind.Key => settings.PerKey,
            _ => settings.PerAddress,
        };
        return new TokenBucketRateLimiterOptions { TokenLimit = most, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / most, AutoReplenishment = true };
    }
}
