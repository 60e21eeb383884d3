using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Bench.Doors;

namespace ChatSupport.Bench.Storm;

/// <summary>People in Slack, each in their company's workspace: they type /incident, fill the modal in, which changes by two of their choices, and submit it.</summary>
internal sealed class SlackDoor(IReadOnlyList<StormDesk> desks, HttpClient http, StormTown town, DateTimeOffset startedAt) : StormDoor(desks, http)
{
    private static readonly string[] Choices = ["service", "requestedPriority"];

    private readonly ConcurrentDictionary<int, JsonElement> modals = new();

    public override string Name => "Slack";

    public override IReadOnlyList<Step> Steps =>
        [new("form", Types), new("choice", contact => Chooses(contact, 1)), new("choice", contact => Chooses(contact, 2)), new("declared", Submits)];

    private async Task<string> Types(int contact)
    {
        var seen = town.Sees(Trigger(contact));
        var answer = await Post("/slack/commands", new()
        {
            ["team_id"] = StormPeople.Workspace(contact),
            ["channel_id"] = "C0ANYWHERE",
            ["user_id"] = StormPeople.SlackUser(contact),
            ["command"] = "/incident",
            ["text"] = "",
            ["trigger_id"] = Trigger(contact),
        });
        // It may come after an answer that says that it is late.
        return (modals[contact] = await seen).GetRawText() + answer;
    }

    private async Task<string> Chooses(int contact, int choices)
    {
        var (block, option) = (Choices[choices - 1], StormPeople.Answers[Choices[choices - 1]]);
        var seen = town.Sees(ViewId(contact));
        var payload = Interaction(contact, "block_actions", Choices[..choices].ToDictionary(key => key, key => StormPeople.Answers[key]));
        payload["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "static_select",
            ["action_id"] = SlackModal.ActionOf(modals[contact], block),
            ["block_id"] = block,
            ["action_ts"] = Trigger(contact) + choices.ToString(CultureInfo.InvariantCulture),
            ["selected_option"] = new JsonObject { ["value"] = option },
        });
        await Interact(payload);
        return (modals[contact] = await seen).GetRawText();
    }

    private Task<string> Submits(int contact)
    {
        var answers = new Dictionary<string, string>(StormPeople.Answers) { ["startedAt"] = startedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) };
        return Interact(Interaction(contact, "view_submission", answers));
    }

    private JsonObject Interaction(int contact, string type, IReadOnlyDictionary<string, string> answers) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = StormPeople.Workspace(contact), ["domain"] = "storm" },
        ["user"] = new JsonObject { ["id"] = StormPeople.SlackUser(contact), ["team_id"] = StormPeople.Workspace(contact) },
        ["trigger_id"] = Trigger(contact),
        ["view"] = SlackModal.Filled(ViewId(contact), modals[contact], answers),
    };

    private Task<string> Interact(JsonObject payload) => Post("/slack/interactions", new() { ["payload"] = payload.ToJsonString() });

    private async Task<string> Post(string path, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return (await Ask(
            HttpMethod.Post, path, form, ("X-Slack-Request-Timestamp", now.ToString(CultureInfo.InvariantCulture)),
            ("X-Slack-Signature", SlackEvents.Sign(now, await form.ReadAsStringAsync())))).Text;
    }

    private static string Trigger(int contact) => string.Create(CultureInfo.InvariantCulture, $"{contact}.1");

    private static string ViewId(int contact) => $"V{Trigger(contact)}";
}
