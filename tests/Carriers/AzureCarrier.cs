using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Bot.Teams;
using ChatSupport.Bot.Teams.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatSupport.Tests.Carriers;

/// <summary>
/// Azure for a story, on a real port: the OpenID metadata and keys by which the Bot Framework signs, and the endpoint from which a bot of
/// one tenant gets its tokens.
/// </summary>
public sealed class AzureCarrier : IAsyncDisposable
{
    public const string AppId = "11111111-1111-4111-8111-111111111111";
    public const string Secret = "s3cret~of.the-bot";
    public const string BotTenant = "9c1d2e3f-0000-4000-8000-00000000de5c";

    private readonly WebApplication app;
    private readonly List<AzureKey> keys = [new("k-1", ["msteams", "webchat"]), new("k-2", ["facebook"])];
    private readonly HashSet<string> issued = [];
    private readonly Lock gate = new();

    private AzureCarrier(WebApplication app) => this.app = app;

    /// <summary>How often the keys were fetched.</summary>
    public int KeyFetches { get; private set; }

    /// <summary>How often a token was.</summary>
    public int TokenFetches { get; private set; }

    /// <summary>How long tokens last.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Set: the keys cannot be had.</summary>
    public bool IsDown { get; set; }

    internal AzureKey Key => keys[0];

    internal AzureKey KeyOfAnotherChannel => keys[1];

    public string Url => app.Urls.First();

    public string[] Settings =>
    [
        $"--Teams:AppId={AppId}", $"--Teams:AppPassword={Secret}", $"--Teams:TenantId={BotTenant}", $"--Teams:LoginUrl={Url}",
        $"--Teams:OpenIdMetadataUrl={Url}/v1/.well-known/openidconfiguration",
    ];

    /// <summary>The same as the product has read them.</summary>
    internal TeamsSettings Read => new(
        AppId, Secret, BotTenant, new Uri(Url), new Uri($"{Url}/v1/.well-known/openidconfiguration"), new ServiceHosts([], TrustsLoopback: true));

    public static async Task<AzureCarrier> Start()
    {
        var made = CarrierHost.Build();
        var carrier = new AzureCarrier(made);
        made.MapGet("/v1/.well-known/openidconfiguration", carrier.Metadata);
        made.MapGet("/v1/keys", carrier.Keys);
        made.MapPost("/{tenant}/oauth2/v2.0/token", carrier.Issue);
        await made.StartAsync();
        return carrier;
    }

    /// <summary>From now on another key signs, and the one before is gone.</summary>
    public void Rotates() => keys[0] = new AzureKey($"k-{keys[0].Kid}-next", ["msteams"]);

    public bool Issued(string? token)
    {
        lock (gate)
            return token is not null && issued.Contains(token);
    }

    /// <summary>Nobody takes the tokens issued so far any more.</summary>
    public void Revokes()
    {
        lock (gate)
            issued.Clear();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Metadata() => IsDown ? Results.StatusCode(503) : Results.Json(new
    {
        issuer = "https://api.botframework.com",
        jwks_uri = $"{Url}/v1/keys",
        id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    private IResult Keys()
    {
        KeyFetches++;
        return IsDown ? Results.StatusCode(503) : Results.Json(new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.Public())]) });
    }

    private async Task<IResult> Issue(string tenant, HttpRequest request)
    {
        TokenFetches++;
        var form = await request.ReadFormAsync();
        if (tenant != BotTenant || form["grant_type"] != "client_credentials" || form["scope"] != "https://api.botframework.com/.default")
            return Results.Json(new { error = "invalid_request" }, statusCode: 400);
        if (form["client_id"] != AppId || form["client_secret"] != Secret)
            return Results.Json(new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret provided." }, statusCode: 401);
        var token = $"bot-token-{TokenFetches.ToString(CultureInfo.InvariantCulture)}";
        lock (gate)
            issued.Add(token);
        return Results.Json(new { token_type = "Bearer", expires_in = (int)Lifetime.TotalSeconds, access_token = token });
    }
}

/// <summary>One key that signs, and what it may sign for.</summary>
internal sealed record AzureKey(string Kid, string[] Endorsements)
{
    private readonly RSA rsa = RSA.Create(2048);

    public JsonObject Public()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Kid,
            ["x5t"] = Kid,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus!),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent!),
            ["endorsements"] = new JsonArray([.. Endorsements.Select(channel => JsonValue.Create(channel))]),
        };
    }

    /// <summary>Signs claims, under this key's name or another's.</summary>
    /// <param name="critical">What a reader would have to know of to read it.</param>
    public string Sign(object claims, string? kid = null, string algorithm = "RS256", string? critical = null)
    {
        var names = new Dictionary<string, object> { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = kid ?? Kid, ["x5t"] = kid ?? Kid };
        if (critical is not null)
            names["crit"] = new[] { critical };
        var header = JsonSerializer.SerializeToUtf8Bytes(names);
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var signature = algorithm switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Public()["n"]!.ToString()), Encoding.ASCII.GetBytes(signed)),
            "RS512" => rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }
}
