using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using ChatSupport.Bot.Wire;
using Microsoft.IdentityModel.Tokens;

namespace ChatSupport.Bot.Teams.Wire;

/// <summary>
/// A JSON Web Token as it came, believed by nobody yet. Only what is looked at has to be of its kind: whether its number is written as a
/// text is its issuer's business.
/// </summary>
/// <param name="Kid">The name of the key by which it says that it was signed.</param>
internal sealed record SignedToken(string Kid, JsonElement Claims, byte[] Said, byte[] Signature)
{
    private const string Algorithm = SecurityAlgorithms.RsaSha256;

    /// <returns>Null for what is no token, is signed in another way than RS256, or asks to be understood in a way of its own.</returns>
    public static SignedToken? Read(string encoded)
    {
        if (encoded.Split('.') is not [var header, var claims, var signature])
            return null;
        try
        {
            var head = JsonElement.Parse(Base64Url.DecodeFromChars(header));
            return head.Text("alg") == Algorithm && head.Text("kid") is { } kid && head.At("crit") is null
                ? new(kid, JsonElement.Parse(Base64Url.DecodeFromChars(claims)), Encoding.ASCII.GetBytes($"{header}.{claims}"), Base64Url.DecodeFromChars(signature))
                : null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return null;
        }
    }

    public bool IsSignedBy(SecurityKey key)
    {
        var verifier = key.CryptoProviderFactory.CreateForVerifying(key, Algorithm);
        try
        {
            return verifier.Verify(Said, Signature);
        }
        finally
        {
            key.CryptoProviderFactory.ReleaseSignatureProvider(verifier);
        }
    }

    /// <summary>One audience, or several.</summary>
    public bool IsFor(string audience) => Claims.Text("aud") == audience
        || Claims.Items("aud").Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(audience));

    /// <returns>Null when it does not say, or says no second.</returns>
    public DateTimeOffset? Moment(string claim) =>
        Claims.Number(claim) is { } seconds and >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
