using System.Collections.Frozen;
using System.Threading.RateLimiting;
using Microsoft.IdentityModel.Tokens;

namespace ChatSupport.Bot.Teams.Wire;

/// <param name="Endorsements">The channels for which this key may speak, such as <c>msteams</c>.</param>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);

/// <summary>
/// The keys by which Microsoft signs, from its OpenID metadata: kept for a day, and fetched anew when a request names one that is not
/// among them. Requests that nobody signed cannot make us ask more often than now and then.
/// </summary>
internal sealed partial class SigningKeys(HttpClient http, TeamsSettings settings, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim oneAtATime = new(1);

    private readonly TokenBucketRateLimiter fetches = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = 4,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(30),
        QueueLimit = 0,
    });

    private volatile Fetched? current;

    /// <returns>Null when Microsoft signs with no such key.</returns>
    /// <exception cref="HttpRequestException">The keys could not be fetched, and none were before.</exception>
    public async ValueTask<SigningKey?> Find(string kid, CancellationToken stop)
    {
        if (Fresh(kid) is { } known)
            return known;
        await oneAtATime.WaitAsync(stop);
        try
        {
            // Whoever waited here may find it fetched.
            if (Fresh(kid) is { } fetched)
                return fetched;
            using var lease = fetches.AttemptAcquire();
            if (lease.IsAcquired)
                await Refresh(stop);
            return current?.Keys.GetValueOrDefault(kid);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Whether this very key is still among them: after each fetch another stands in its place, or none.</summary>
    public bool Still(SigningKey key) => ReferenceEquals(Fresh(key.Key.Kid), key);

    public void Dispose()
    {
        fetches.Dispose();
        oneAtATime.Dispose();
    }

    private SigningKey? Fresh(string kid) => current is { } now && time.GetUtcNow() - now.At < Lifetime ? now.Keys.GetValueOrDefault(kid) : null;

    /// <summary>Keys that are a little old are better than none: who cannot fetch goes on with those.</summary>
    private async Task Refresh(CancellationToken stop)
    {
        try
        {
            current = new Fetched(await Fetch(stop), time.GetUtcNow());
        }
        catch (Exception failure) when (current is not null && failure is HttpRequestException or OperationCanceledException or ArgumentException && !stop.IsCancellationRequested)
        {
            LogStale(failure.GetType().Name);
        }
    }

    private async Task<FrozenDictionary<string, SigningKey>> Fetch(CancellationToken stop)
    {
        using var metadata = System.Text.Json.JsonDocument.Parse(await http.GetByteArrayAsync(settings.OpenIdMetadataUrl, stop));
        if (!Uri.TryCreate(metadata.RootElement.GetProperty("jwks_uri").GetString(), UriKind.Absolute, out var address) || !TeamsSettings.IsSafe(address))
            throw new HttpRequestException(HttpRequestError.InvalidResponse);
        var keys = new JsonWebKeySet(await http.GetStringAsync(address, stop)).Keys;
        return keys.Where(key => key is { Kid: not null, Kty: JsonWebAlgorithmsKeyTypes.RSA })
            .DistinctBy(key => key.Kid)
            .ToFrozenDictionary(key => key.Kid, key => new SigningKey(key, EndorsementsOf(key)), StringComparer.Ordinal);
    }

    private static HashSet<string> EndorsementsOf(JsonWebKey key) => key.AdditionalData.TryGetValue("endorsements", out var listed)
        ? listed is System.Text.Json.JsonElement json ? [.. json.EnumerateArray().Select(one => one.GetString()!)] : [.. ((IEnumerable<object>)listed).Select(one => one.ToString()!)]
        : [];

    private sealed record Fetched(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset At);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Microsoft's signing keys could not be fetched anew ({Why}); those of before still count.")]
    private partial void LogStale(string why);
}
