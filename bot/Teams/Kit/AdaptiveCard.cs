using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Teams.Kit;

/// <summary>An Adaptive Card of the version that Teams shows.</summary>
/// <param name="Fallback">What a notification, and a client that cannot draw the card, says instead.</param>
internal sealed record AdaptiveCard(string Fallback, Tongue Tongue, IReadOnlyList<JsonObject> Body, IReadOnlyList<JsonObject> Actions)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Beyond 28 KB a card is refused on some of its ways; the message around it wants its share.</summary>
    public const int MostBytes = 26 * 1024;

    /// <summary>In one row.</summary>
    private const int MostActions = 5;

    private const int MostReaders = 60;
    private const int LongestFallback = 300;

    /// <summary>In bytes: the words instead of it, its own names, the action by which it is refreshed.</summary>
    private const int Around = 1600;

    /// <summary>Non-ASCII letters take their own room and not six times as much.</summary>
    public static JsonSerializerOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is asked when one of these people looks at the card, so that they see it as it is now, and as it is for them.</summary>
    public (string Choice, IReadOnlyCollection<string> Users)? Refresh { get; init; }

    /// <summary>Whether it may be sent at all. What stands around its items is counted generously.</summary>
    public bool Fits
    {
        get
        {
            using var measure = new Utf8JsonWriter(Stream.Null, new JsonWriterOptions { Encoder = Writing.Encoder });
            measure.WriteStartArray();
            foreach (var item in Body.Concat(Actions))
                item.WriteTo(measure);
            measure.WriteEndArray();
            return measure.BytesCommitted + measure.BytesPending + Around + Readers.Sum(user => user.Length + 3) <= MostBytes;
        }
    }

    /// <summary>The first of these cards that fits: each says a little less than the one before.</summary>
    /// <param name="at">Draws the card with texts of at most so many characters.</param>
    public static AdaptiveCard Fitting(Func<int, AdaptiveCard> at)
    {
        var longest = 1500;
        var card = at(longest);
        while (longest > 40 && !card.Fits)
            card = at(longest /= 2);
        return card;
    }

    public JsonObject ToJson()
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["fallbackText"] = Text.Fit(Fallback, LongestFallback),
            ["body"] = new JsonArray([.. Body.Select(Placed), .. Rows[..^1].Select(Row)]),
            ["msteams"] = new JsonObject { ["width"] = "Full" },
        };
        if (Actions.Count > 0)
            card["actions"] = Drawn(Rows[^1]);
        if (Refresh is { Choice: var choice } && Readers.Any())
            card["refresh"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = "refresh",
                    ["data"] = new JsonObject { [CardAction.Chosen] = choice },
                },
                ["userIds"] = new JsonArray([.. Readers.Select(user => JsonValue.Create(user))]),
            };
        return card;
    }

    private IEnumerable<string> Readers => (Refresh?.Users ?? []).Take(MostReaders);

    /// <summary>More buttons than there is room for in a row stand in several.</summary>
    private JsonObject[][] Rows => Actions.Count == 0 ? [[]] : [.. Actions.Chunk(MostActions)];

    private static JsonObject Row(JsonObject[] actions) => new() { ["type"] = "ActionSet", ["actions"] = Drawn(actions) };

    private static JsonArray Drawn(JsonObject[] actions) => [.. actions.Select(Placed)];

    /// <summary>An item stands on one card only: drawn once more, it is another.</summary>
    private static JsonNode Placed(JsonObject item) => item.Parent is null ? item : item.DeepClone();
}
