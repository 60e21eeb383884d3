using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatSupport.Bot.Teams.Wire;

/// <summary>What a valid token vouches for: the address from which it comes, and the channels for which its key may speak.</summary>
internal sealed record ServiceToken(string? ServiceUrl, IReadOnlySet<string> Endorsements)
{
    /// <summary>Whether it was issued for this very activity. Addresses are compared as Microsoft's own SDK does: whole, whatever their case.</summary>
    public bool VouchesFor(Activity activity) =>
        string.Equals(ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) && Endorsements.Contains(activity.ChannelId);
}

/// <summary>
/// Reads the token of a request as the Bot Framework's documents say: signed by a key of its metadata with RS256, by its issuer, for this
/// bot, at this time by the real clock.
/// </summary>
internal sealed class ServiceTokens(SigningKeys keys, TeamsSettings settings, TimeProvider time)
{
    private const string Issuer = "https://api.botframework.com";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = 16 * 1024, MapInboundClaims = false };

    /// <returns>Null for whatever is no valid token.</returns>
    public async Task<ServiceToken?> Read(string? authorization, CancellationToken stop)
    {
        if (BearerOf(authorization) is not { } bearer || KidOf(bearer) is not { } kid || await keys.Find(kid, stop) is not { } key)
            return null;
        var result = await Handler.ValidateTokenAsync(bearer, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = settings.AppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = key.Key,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => IsTime(from, until),
        });
        return result.IsValid ? new ServiceToken(result.ClaimsIdentity.FindFirst("serviceurl")?.Value, key.Endorsements) : null;
    }

    private bool IsTime(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now - Skew < end && (from is not { } start || start <= now + Skew);
    }

    private static string? BearerOf(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? authorization["Bearer ".Length..].Trim() : null;

    private static string? KidOf(string bearer)
    {
        try
        {
            return Handler.CanReadToken(bearer) && Handler.ReadJsonWebToken(bearer) is { Kid: { Length: > 0 } kid, Alg: SecurityAlgorithms.RsaSha256 } ? kid : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }
}
