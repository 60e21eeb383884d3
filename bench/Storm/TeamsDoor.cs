using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Bench.Doors;

namespace ChatSupport.Bench.Storm;

/// <summary>People in Teams, each in their company's tenant: they ask for the form, send it, and send it again with what it asks for then.</summary>
internal sealed class TeamsDoor(IReadOnlyList<StormDesk> desks, HttpClient http, StormTown town, Vendors vendors, DateTimeOffset startedAt) : StormDoor(desks, http)
{
    private readonly IReadOnlyList<string> tokens = TeamsActivities.Tokens(vendors, TeamsActivities.BotFramework, town.TeamsUrl.AbsoluteUri);
    private readonly ConcurrentDictionary<int, JsonElement> cards = new();
    private int activities;

    public override string Name => "Teams";

    public override IReadOnlyList<Step> Steps => [new("form", Writes), new("sent", Sends), new("declared", Sends)];

    private async Task<string> Writes(int contact)
    {
        var seen = town.Sees(StormPeople.TeamsChat(contact));
        var activity = Activity(contact, "message");
        (activity["text"], activity["textFormat"]) = ("formulaire", "plain");
        await Post(activity);
        var said = await seen;
        cards[contact] = said.GetProperty("attachments")[0].GetProperty("content");
        return said.GetRawText();
    }

    private async Task<string> Sends(int contact)
    {
        // Who was told to try again has no form before them any more.
        if (All(cards[contact], "Action.").FirstOrDefault(one => one.GetProperty("title").GetString() == "Envoyer") is not { ValueKind: JsonValueKind.Object } button)
            throw new HttpRequestException($"nothing to send on {cards[contact].GetRawText()}");
        var action = JsonObject.Create(button)!.DeepClone().AsObject();
        var data = action["data"]!.AsObject();
        var inputs = All(cards[contact], "Input.").ToDictionary(input => input.GetProperty("id").GetString()!, input => input.TryGetProperty("value", out var value) ? value.GetString() : null);
        foreach (var (input, value) in inputs)
            if ((Answer(input) ?? value) is { } answer)
                data[input] = answer;
        var activity = Activity(contact, "invoke");
        (activity["name"], activity["value"]) = ("adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" });
        var answered = await Post(activity);
        cards[contact] = JsonElement.Parse(answered).GetProperty("value");
        return answered;
    }

    private string? Answer(string input) => input switch
    {
        "startedAt" => startedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "startedAt.time" => startedAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => StormPeople.Answers.GetValueOrDefault(input),
    };

    private JsonObject Activity(int contact, string type)
    {
        var number = Interlocked.Increment(ref activities);
        return new()
        {
            ["type"] = type,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{1_600_000_000_000 + number}"),
            ["serviceUrl"] = town.TeamsUrl.AbsoluteUri,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = string.Create(CultureInfo.InvariantCulture, $"29:{contact}"), ["name"] = "Ada", ["aadObjectId"] = StormPeople.TeamsUser(contact) },
            ["recipient"] = new JsonObject { ["id"] = $"28:{TeamsActivities.AppId}", ["name"] = "ChatSupport" },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = StormPeople.TeamsTenant(contact), ["id"] = StormPeople.TeamsChat(contact) },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = StormPeople.TeamsTenant(contact) } },
            ["locale"] = "fr-FR",
            ["localTimezone"] = "Europe/Paris",
        };
    }

    private async Task<string> Post(JsonObject activity)
    {
        var token = tokens[(int)(long.Parse((string)activity["id"]!, CultureInfo.InvariantCulture) % tokens.Count)];
        return (await Ask(HttpMethod.Post, "/api/messages", JsonContent.Create(activity), ("Authorization", $"Bearer {token}"))).Text;
    }

    private static IEnumerable<JsonElement> All(JsonElement json, string type) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => All(item, type)),
        JsonValueKind.Object => json.EnumerateObject().Where(property => property.Name is not ("fallback" or "refresh")).SelectMany(property => All(property.Value, type))
            .Concat(json.TryGetProperty("type", out var own) && own.ValueKind == JsonValueKind.String && own.GetString()!.StartsWith(type, StringComparison.Ordinal) ? [json] : []),
        _ => [],
    };
}
