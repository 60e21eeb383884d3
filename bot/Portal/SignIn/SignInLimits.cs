using System.Net;
using System.Threading.RateLimiting;
using ChatSupport.Bot.Limits;

namespace ChatSupport.Bot.Portal.SignIn;

/// <summary>How often a link can be asked for: by one client, and for one address, known or not.</summary>
internal sealed class SignInLimits(LimitsSettings settings) : IDisposable
{
    private const int PerAddress = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // The client comes first: whoever tries many addresses is stopped before each becomes an entry of its own.
    private readonly PartitionedRateLimiter<(string Client, string Address)> limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Client, string Address), string>(attempt => Limit(attempt.Client, settings.SignInLinks), StringComparer.Ordinal),
        PartitionedRateLimiter.Create<(string Client, string Address), string>(attempt => Limit(attempt.Address, PerAddress), StringComparer.OrdinalIgnoreCase));

    public bool Allows(IPAddress? client, string address)
    {
        using var lease = limiter.AttemptAcquire((Caller.NetworkOf(client), address));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static RateLimitPartition<string> Limit(string key, int most) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0 });
}
