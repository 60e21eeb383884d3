using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Carriers;

/// <summary>What came back for a delivery.</summary>
public sealed record SlackReaction(HttpStatusCode Status, string Text)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string? Action => Text.Length > 0 && Json.TryGetProperty("response_action", out var action) ? action.GetString() : null;

    public IReadOnlyDictionary<string, string> Errors => Json.GetProperty("errors").EnumerateObject().ToDictionary(error => error.Name, error => error.Value.GetString()!);
}

/// <summary>People's hands on Slack: what they type, click and submit reaches the product as Slack's own signed requests.</summary>
public sealed class SlackHand(SlackCarrier carrier, Uri product) : IDisposable
{
    private const string App = "A0SUPPORT";
    private const string Bot = "U0SUPPORTBOT";
    private readonly HttpClient http = new() { BaseAddress = product };

    public Task<SlackReaction> Types(SlackPerson who, string command, string text = "", string? channel = null, string? trigger = null) => Post("/slack/commands", Form(new()
    {
        ["team_id"] = who.Team,
        ["team_domain"] = "a-team",
        ["channel_id"] = channel ?? "C0ANYWHERE",
        ["user_id"] = who.User,
        ["command"] = command,
        ["text"] = text,
        ["trigger_id"] = trigger ?? carrier.Town.NewTrigger(who.Team),
        ["response_url"] = "https://hooks.slack.com/commands/never-used",
        ["api_app_id"] = App,
    }));

    /// <summary>Writes a message; the event's id is new unless given.</summary>
    public Task<SlackReaction> Writes(SlackPerson who, string channel, string text, string? thread = null, string? ts = null, string? id = null, JsonArray? files = null, string? via = null)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["user"] = who.User,
            ["team"] = who.Team,
            ["channel"] = channel,
            ["text"] = text,
            ["ts"] = ts ?? carrier.Town.NewTs(),
            ["channel_type"] = channel.StartsWith('D') ? "im" : "channel",
        };
        if (thread is not null)
            message["thread_ts"] = thread;
        if (files is not null)
            (message["subtype"], message["files"]) = ("file_share", files);
        return Tells(message, via ?? who.Team, id);
    }

    public Task<SlackReaction> Changes(SlackPerson who, string channel, string ts, string before, string after, string thread) => Tells(new JsonObject
    {
        ["type"] = "message",
        ["subtype"] = "message_changed",
        ["hidden"] = true,
        ["channel"] = channel,
        ["channel_type"] = "channel",
        ["ts"] = carrier.Town.NewTs(),
        ["message"] = new JsonObject
        {
            ["type"] = "message",
            ["user"] = who.User,
            ["team"] = who.Team,
            ["text"] = after,
            ["ts"] = ts,
            ["thread_ts"] = thread,
            ["edited"] = new JsonObject { ["user"] = who.User, ["ts"] = carrier.Town.NewTs() },
        },
        ["previous_message"] = new JsonObject { ["type"] = "message", ["user"] = who.User, ["text"] = before, ["ts"] = ts },
    }, who.Team);

    /// <summary>Any event, as Slack wraps it.</summary>
    /// <param name="team">The workspace that it is delivered for.</param>
    public Task<SlackReaction> Tells(JsonObject what, string team, string? id = null) => Post("/slack/events", new JsonObject
    {
        ["type"] = "event_callback",
        ["team_id"] = team,
        ["api_app_id"] = App,
        ["event_id"] = id ?? $"Ev{carrier.Town.NewTs()}",
        ["event"] = what,
        ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = team, ["user_id"] = Bot, ["is_bot"] = true }),
    }.ToJsonString(), "application/json");

    /// <summary>The same without saying whose installation it is for.</summary>
    public Task<SlackReaction> TellsBarely(JsonObject what, string team) => Post("/slack/events", new JsonObject
    {
        ["type"] = "event_callback",
        ["team_id"] = team,
        ["event_id"] = $"Ev{carrier.Town.NewTs()}",
        ["event"] = what,
    }.ToJsonString(), "application/json");

    /// <summary>Slack tells the app of the app's own message.</summary>
    public Task<SlackReaction> Echoes(SlackCall post, string team) => Tells(new JsonObject
    {
        ["type"] = "message",
        ["user"] = Bot,
        ["bot_id"] = "B0SUPPORT",
        ["app_id"] = App,
        ["team"] = team,
        ["channel"] = post.Channel,
        ["ts"] = post.Ts,
        ["text"] = post.Text("text"),
        ["blocks"] = JsonNode.Parse(post.Arguments.TryGetProperty("blocks", out var blocks) ? blocks.GetRawText() : "[]"),
    }, team);

    public Task<SlackReaction> Opens(SlackPerson who) =>
        Tells(new JsonObject { ["type"] = "app_home_opened", ["user"] = who.User, ["channel"] = $"D0{who.User[1..]}", ["tab"] = "home" }, who.Team);

    /// <summary>Clicks a button of a message.</summary>
    public Task<SlackReaction> Clicks(SlackPerson who, SlackCall post, string button, string? actionTs = null, bool isPrivate = false)
    {
        var clicked = post.Buttons[button];
        var payload = Interaction("block_actions", who);
        payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = post.Ts, ["channel_id"] = post.Channel, ["is_ephemeral"] = isPrivate };
        payload["channel"] = new JsonObject { ["id"] = post.Channel };
        payload["actions"] = new JsonArray(Action(clicked, actionTs));
        return Interacts(payload);
    }

    /// <summary>Clicks a button of a view.</summary>
    public Task<SlackReaction> ClicksIn(SlackPerson who, SlackView view, string button)
    {
        var payload = Interaction("block_actions", who);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.Payload();
        payload["actions"] = new JsonArray(Action(view.Button(button), null));
        return Interacts(payload);
    }

    /// <summary>Chooses an option of an input that tells so at once.</summary>
    public Task<SlackReaction> Chooses(SlackPerson who, SlackView view, string block, string option)
    {
        view.Fill((block, option));
        var payload = Interaction("block_actions", who);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.Payload();
        payload["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "static_select",
            ["action_id"] = view.ActionOf(block),
            ["block_id"] = block,
            ["action_ts"] = carrier.Town.NewTs(),
            ["selected_option"] = new JsonObject { ["value"] = option },
        });
        return Interacts(payload);
    }

    /// <summary>Picks from a menu that is no input.</summary>
    public Task<SlackReaction> Picks(SlackPerson who, SlackView view, string menu, string option)
    {
        var payload = Interaction("block_actions", who);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.Payload();
        payload["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "static_select",
            ["action_id"] = menu,
            ["action_ts"] = carrier.Town.NewTs(),
            ["selected_option"] = new JsonObject { ["value"] = option },
        });
        return Interacts(payload);
    }

    public Task<SlackReaction> Submits(SlackPerson who, SlackView view)
    {
        var payload = Interaction("view_submission", who);
        payload["view"] = view.Payload();
        return Interacts(payload);
    }

    public Task<SlackReaction> Uses(SlackPerson who, string shortcut, JsonObject? onMessage = null)
    {
        var payload = Interaction(onMessage is null ? "shortcut" : "message_action", who);
        payload["callback_id"] = shortcut;
        if (onMessage is not null)
            (payload["message"], payload["channel"]) = (onMessage, new JsonObject { ["id"] = "C0MERSUPP" });
        return Interacts(payload);
    }

    public Task<SlackReaction> Interacts(JsonObject payload) => Post("/slack/interactions", Form(new() { ["payload"] = payload.ToJsonString() }));

    public async Task<SlackReaction> Post(string path, string body, string type = "application/x-www-form-urlencoded", long? at = null, string? secret = null)
    {
        var timestamp = (at ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture);
        var key = Encoding.UTF8.GetBytes(secret ?? SlackCarrier.Secret);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"))));
        using var response = await http.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    private JsonObject Interaction(string type, SlackPerson who) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = who.Team, ["domain"] = "a-team" },
        ["api_app_id"] = App,
        ["trigger_id"] = carrier.Town.NewTrigger(who.Team),
        ["user"] = new JsonObject { ["id"] = who.User, ["team_id"] = who.Team },
    };

    private JsonObject Action(JsonElement button, string? ts) => new()
    {
        ["type"] = "button",
        ["action_id"] = button.GetProperty("action_id").GetString(),
        ["value"] = button.GetProperty("value").GetString(),
        ["action_ts"] = ts ?? carrier.Town.NewTs(),
    };

    private static string Form(Dictionary<string, string> fields) => string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
}

/// <summary>Somebody in a workspace.</summary>
public sealed record SlackPerson(string Team, string User)
{
    public static SlackPerson Paul { get; } = new("T0MERIDIEN", "U0PAUL");

    public static SlackPerson Claire { get; } = new("T0BOREALIS", "U0CLAIRE");

    public static SlackPerson Yanis { get; } = new("T0BOREALIS", "U0YANIS");

    public static SlackPerson Ines { get; } = new("T0KITE", "U0INES");

    public static SlackPerson Nadia { get; } = new("T0DESK", "U0NADIA");

    public static SlackPerson Tom { get; } = new("T0DESK", "U0TOM");

    public static SlackPerson Sylvie { get; } = new("T0DESK", "U0SYLVIE");

    public string Direct => $"D0{User[1..]}";
}
