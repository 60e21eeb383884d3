using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Bench.Doors;

/// <summary>The other ends of the wires, as far as a bot under load needs them: Slack's Web API, and Microsoft's keys, tokens and connector.</summary>
internal sealed class Vendors : IAsyncDisposable
{
    private readonly WebApplication app;
    private int messages;

    private Vendors(WebApplication app, Uri url) => (this.app, Url) = (app, url);

    public Uri Url { get; }

    /// <summary>How many messages have been posted.</summary>
    public int Messages => Volatile.Read(ref messages);

    /// <summary>Signs as Microsoft does.</summary>
    public RSA Key { get; } = RSA.Create(2048);

    public static async Task<Vendors> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var url = Server.FreeUrl();
        builder.WebHost.UseUrls(url.ToString());
        var vendors = new Vendors(builder.Build(), url);
        vendors.Map();
        await vendors.app.StartAsync();
        return vendors;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Key.Dispose();
    }

    private void Map()
    {
        app.MapGet("/botframework/.well-known/openidconfiguration", () => new { issuer = "https://api.botframework.com", jwks_uri = $"{Url}keys" });
        app.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (string tenant) => new { issuer = $"{Url}{tenant}/v2.0", jwks_uri = $"{Url}keys" });
        app.MapGet("/keys", Keys);
        app.MapGet("/{tenant}/discovery/v2.0/keys", Keys);
        app.MapPost("/{tenant}/oauth2/v2.0/token", () => new { token_type = "Bearer", expires_in = 3599, access_token = "bench" });
        app.MapPost("/slack/{method}", () => new { ok = true, channel = "D0", ts = $"1700000000.{Interlocked.Increment(ref messages):000000}" });
        app.MapPost("/connector/{**rest}", () => Results.Json(new { id = $"{Interlocked.Increment(ref messages)}" }, statusCode: StatusCodes.Status201Created));
        app.MapGet("/connector/{**rest}", () => new { members = Array.Empty<object>() });
    }

    private object Keys()
    {
        var key = Key.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", alg = "RS256", kid = TeamsActivities.KeyId, n = Base64(key.Modulus), e = Base64(key.Exponent), endorsements = new[] { "msteams" } },
            },
        };
    }

    private static string Base64(byte[]? bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
