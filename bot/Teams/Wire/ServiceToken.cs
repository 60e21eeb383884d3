using ChatSupport.Bot.Wire;

namespace ChatSupport.Bot.Teams.Wire;

/// <summary>What a valid token vouches for: the address from which it comes, and the channels for which its key may speak.</summary>
internal sealed record ServiceToken(string? ServiceUrl, SigningKey Key)
{
    /// <summary>Whether it was issued for this very activity. Addresses are compared as Microsoft's own SDK does: whole, whatever their case.</summary>
    public bool VouchesFor(Activity activity) =>
        string.Equals(ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) && Key.Endorsements.Contains(activity.ChannelId);
}

/// <summary>
/// Reads the token of a request as the Bot Framework's documents say: signed by a key of its metadata with RS256, by its issuer, for this
/// bot, at this time by the real clock.
/// </summary>
internal sealed class ServiceTokens(SigningKeys keys, BelievedTokens believed, TeamsSettings settings, TimeProvider time)
{
    private const string Issuer = "https://api.botframework.com";
    private const string Scheme = "Bearer ";
    private const int Longest = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <returns>Null for whatever is no valid token.</returns>
    /// <exception cref="HttpRequestException">The keys could not be fetched, and none were before.</exception>
    public async ValueTask<ServiceToken?> Read(string? authorization, CancellationToken stop) =>
        authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true && authorization[Scheme.Length..].Trim() is { Length: > 0 and <= Longest } bearer
            ? believed.Find(bearer) ?? await Verify(bearer, stop)
            : null;

    private async ValueTask<ServiceToken?> Verify(string bearer, CancellationToken stop)
    {
        if (SignedToken.Read(bearer) is not { } token || await keys.Find(token.Kid, stop) is not { } key || !token.IsSignedBy(key.Key))
            return null;
        return token.Claims.Text("iss") == Issuer && token.IsFor(settings.AppId) && token.Moment("exp") is { } ends && IsNow(token, ends)
            ? believed.Keep(bearer, new ServiceToken(token.Claims.Text("serviceurl"), key), ends)
            : null;
    }

    /// <summary>A beginning need not be said; one that is said and not understood is not taken for none.</summary>
    private bool IsNow(SignedToken token, DateTimeOffset ends)
    {
        var now = time.GetUtcNow();
        return now < ends + Skew && (token.Claims.At("nbf") is null || token.Moment("nbf") <= now + Skew);
    }
}
