using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ChatSupport.Bench.Doors;

/// <summary>
/// Messages as the Bot Connector posts them, answered in the answer to the request itself. It uses a token again for as long as it is good;
/// here a few hundred take turns.
/// </summary>
internal static class TeamsActivities
{
    public const string AppId = "11111111-1111-1111-1111-111111111111";
    public const string Tenant = "22222222-2222-2222-2222-222222222222";
    public const string KeyId = "bench";

    private const int TokenCount = 300;

    public const string BotFramework = "https://api.botframework.com";
    public const string Entra = $"https://sts.windows.net/{Tenant}/";

    /// <param name="issuer">Whose tokens the server takes: <see cref="BotFramework"/>'s or <see cref="Entra"/>'s.</param>
    /// <param name="first">The number of the first: no two of a talk have the same.</param>
    public static byte[][] Of(Vendors vendors, string issuer, Uri server, Talk talk, int first, int count)
    {
        var service = $"{vendors.Url}connector/";
        var tokens = Tokens(vendors, issuer, service);
        var now = TimeProvider.System.GetUtcNow();
        return [.. Enumerable.Range(first, count).Select(n => One(service, tokens[n % tokens.Count], server, n, talk.Person(n), talk.Said(n), now))];
    }

    /// <summary>Good for an hour, from this connector.</summary>
    public static IReadOnlyList<string> Tokens(Vendors vendors, string issuer, string service)
    {
        var now = TimeProvider.System.GetUtcNow();
        return [.. Enumerable.Range(0, TokenCount).Select(_ => Token(vendors.Key, issuer, service, now))];
    }

    private static byte[] One(string service, string token, Uri server, int n, int person, string words, DateTimeOffset now)
    {
        var body = JsonSerializer.Serialize(new
        {
            type = "message",
            id = string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000_000 + n}"),
            timestamp = now,
            localTimestamp = now,
            serviceUrl = service,
            channelId = "msteams",
            from = new { id = $"29:{person}", name = "Ana", aadObjectId = Crowd.TeamsUser(person) },
            conversation = new { conversationType = "personal", tenantId = Tenant, id = $"a:{person}" },
            recipient = new { id = $"28:{AppId}", name = "ChatSupport" },
            textFormat = "plain",
            text = words,
            locale = "fr-FR",
            entities = new[] { new { locale = "fr-FR", country = "FR", platform = "Web", timezone = "Europe/Paris", type = "clientInfo" } },
            channelData = new { tenant = new { id = Tenant } },
            deliveryMode = "expectReplies",
        });
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            POST /api/messages HTTP/1.1
            Host: {server.Authority}
            User-Agent: Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)
            Authorization: Bearer {token}
            Content-Type: application/json; charset=utf-8
            Content-Length: {Encoding.UTF8.GetByteCount(body)}
            """).ReplaceLineEndings("\r\n") + "\r\n\r\n" + body);
    }

    private static string Token(RSA key, string issuer, string service, DateTimeOffset now)
    {
        var said = $"{Part(new { alg = "RS256", typ = "JWT", kid = KeyId, x5t = KeyId })}.{Part(new
        {
            serviceurl = service,
            iss = issuer,
            aud = AppId,
            appid = AppId,
            tid = Tenant,
            ver = "1.0",
            jti = Guid.NewGuid(),
            nbf = now.ToUnixTimeSeconds() - 60,
            exp = now.ToUnixTimeSeconds() + 3600,
        })}";
        return $"{said}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(said), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Part<T>(T said) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(said));
}
