using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Carriers;

/// <summary>Somebody in Teams.</summary>
/// <param name="User">Who they are in their tenant.</param>
public sealed record TeamsPerson(string Tenant, string User, string Name)
{
    /// <summary>How the bot calls them.</summary>
    public string Id => $"29:{User[^6..]}";

    /// <summary>Where the bot speaks to them alone.</summary>
    public string Chat => $"a:{User[^6..]}";
}

/// <summary>Where something is said.</summary>
public sealed record TeamsSpot(string Conversation, string Kind = "personal", string? Team = null);

/// <summary>What the product answered.</summary>
public sealed record TeamsAnswered(int Status, JsonElement Json)
{
    public TeamsCard Card => new(Json.TryGetProperty("task", out var task) ? task.GetProperty("value").GetProperty("card").GetProperty("content") : Json.GetProperty("value"));

    public string Words => Card.Words;
}

/// <summary>The hands of people in Teams: what they write, click and install arrives as signed activities.</summary>
public sealed class TeamsHand(AzureCarrier azure, ConnectorCarrier connector, Uri product) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = product, Timeout = TimeSpan.FromSeconds(60) };
    private long last = 1_600_000_000_000;

    /// <summary>Changes the claims of the next token.</summary>
    public Func<Dictionary<string, object>, string>? Signing { get; set; }

    public Task<TeamsAnswered> Writes(TeamsPerson who, string text, TeamsSpot? at = null, Action<JsonObject>? also = null)
    {
        var activity = Activity(who, "message", at);
        activity["text"] = at is { Kind: not "personal" } ? $"<at>Support</at> {text}" : text;
        activity["textFormat"] = "plain";
        if (at is { Kind: not "personal" })
            activity["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>Support</at>",
                ["mentioned"] = new JsonObject { ["id"] = $"28:{AzureCarrier.AppId}", ["name"] = "Support" },
            });
        also?.Invoke(activity);
        return Sends(activity);
    }

    /// <summary>Presses a button of a card, with what is filled in there.</summary>
    public Task<TeamsAnswered> Clicks(TeamsPerson who, TeamsCard card, string button, TeamsSpot? at = null, params (string Input, string Value)[] inputs)
    {
        var action = JsonObject.Create(card.Button(button))!;
        var data = (action["data"] ?? new JsonObject()).AsObject();
        if ((string?)action["associatedInputs"] != "none")
            foreach (var (input, value) in Filled(card).Concat(inputs.Select(pair => (pair.Input, pair.Value))))
                data[input] = value;
        action["data"] = data.DeepClone();
        return Invokes(who, "adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" }, at);
    }

    /// <summary>Sends the form in a window, with what is filled in there.</summary>
    public Task<TeamsAnswered> Submits(TeamsPerson who, TeamsCard window, params (string Input, string Value)[] inputs)
    {
        var data = JsonObject.Create(TeamsCard.All(window.Json, "Action.Submit").Single())!["data"]!.DeepClone().AsObject();
        foreach (var (input, value) in Filled(window).Concat(inputs.Select(pair => (pair.Input, pair.Value))))
            data[input] = value;
        return Invokes(who, "task/submit", new JsonObject { ["data"] = data });
    }

    public Task<TeamsAnswered> Looks(TeamsPerson who, TeamsCard card, TeamsSpot? at = null) =>
        Invokes(who, "adaptiveCard/action", new JsonObject { ["action"] = JsonObject.Create(card.Refresh), ["trigger"] = "automatic" }, at);

    public Task<TeamsAnswered> Invokes(TeamsPerson who, string name, JsonNode value, TeamsSpot? at = null)
    {
        var activity = Activity(who, "invoke", at);
        activity["name"] = name;
        activity["value"] = value;
        return Sends(activity);
    }

    /// <summary>Adds the bot, to themselves or to where they are.</summary>
    public Task<TeamsAnswered> Installs(TeamsPerson who, TeamsSpot? at = null, string action = "add")
    {
        var activity = Activity(who, "installationUpdate", at);
        activity["action"] = action;
        return Sends(activity);
    }

    public JsonObject Activity(TeamsPerson who, string type, TeamsSpot? at = null) => new()
    {
        ["type"] = type,
        ["id"] = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture),
        ["timestamp"] = "2026-11-23T09:00:00Z",
        ["serviceUrl"] = connector.ServiceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = who.Id, ["name"] = who.Name, ["aadObjectId"] = who.User },
        ["recipient"] = new JsonObject { ["id"] = $"28:{AzureCarrier.AppId}", ["name"] = "Support" },
        ["conversation"] = new JsonObject { ["conversationType"] = at?.Kind ?? "personal", ["tenantId"] = who.Tenant, ["id"] = at?.Conversation ?? who.Chat },
        ["channelData"] = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = who.Tenant },
            ["team"] = at?.Team is { } team ? new JsonObject { ["id"] = team } : null,
        },
        ["locale"] = "fr-FR",
        ["localTimezone"] = "Europe/Paris",
    };

    /// <summary>Delivers an activity with a token that is good for it, unless the story says otherwise. On a machine that is too busy, once more.</summary>
    public async Task<TeamsAnswered> Sends(JsonObject activity, string? authorization = null)
    {
        var answered = await Delivers(activity, authorization);
        return answered.Status == 503 && (string?)activity["type"] == "message" && Signing is null ? await Delivers(activity, authorization) : answered;
    }

    private async Task<TeamsAnswered> Delivers(JsonObject activity, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        var token = authorization ?? $"Bearer {(Signing ?? (claims => azure.Key.Sign(claims)))(Claims((string)activity["serviceUrl"]!))}";
        if (token.Length > 0)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var answered = new TeamsAnswered((int)response.StatusCode, text.StartsWith('{') ? JsonElement.Parse(text) : default);
        if (answered.Status == 200 && (string?)activity["type"] == "invoke")
            connector.Check(answered.Card.Json);
        return answered;
    }

    public static Dictionary<string, object> Claims(string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new()
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AzureCarrier.AppId,
            ["nbf"] = now - 10,
            ["exp"] = now + 3600,
            ["serviceurl"] = serviceUrl,
        };
    }

    public void Dispose() => http.Dispose();

    /// <summary>What stands in the inputs already is sent as well.</summary>
    private static IEnumerable<(string Input, string Value)> Filled(TeamsCard card) =>
        TeamsCard.All(card.Json, "Input.").Where(input => input.TryGetProperty("value", out _)).Select(input => (input.GetProperty("id").GetString()!, input.GetProperty("value").GetString()!));
}
