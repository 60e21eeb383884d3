using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Bot.Dialogs.Declaring;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs;

/// <summary>Where a conversation stands between two turns: everything that would be missed after a restart.</summary>
internal sealed record ConversationState
{
    /// <summary>The declaration under way.</summary>
    public Draft? Draft { get; init; }

    /// <summary>What became of the latest declarations, so that their old buttons and forms are answered with the truth.</summary>
    public IReadOnlyList<Ending> Endings { get => field ?? []; init; }

    /// <summary>An act on a ticket that waits for words.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>The ticket last spoken of: what « pourquoi ? » is about.</summary>
    public string? Topic { get; init; }

    /// <summary>Words that were not understood and may still be put to use.</summary>
    public string? Kept { get; init; }

    /// <param name="reference">The ticket that the draft became, or was added to; null when it was dropped.</param>
    public ConversationState Ended(Draft draft, string? reference) => this with
    {
        Draft = null,
        Kept = null,
        Endings = [.. Endings.Where(ending => ending.Number != draft.Number).TakeLast(MostEndings - 1), new Ending(draft.Number, reference)],
    };

    private const int MostEndings = 10;
}

/// <summary>How a declaration ended; see <see cref="ConversationState.Ended"/>.</summary>
internal sealed record Ending(int Number, string? Reference);

/// <param name="Verb">By name: one that a newer program no longer has waits for nothing.</param>
internal sealed record Waiting(string Verb, string? Reference, int? Version, string? Detail, string Text);

/// <summary>
/// The state as the store keeps it. Shapes may grow: what is missing has its default, what is unknown is passed over, and what
/// cannot be read at all is a conversation that begins anew.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(Dictionary<string, FieldAnswer>))]
internal sealed partial class ConversationJson : JsonSerializerContext
{
    public static string Write(ConversationState state) => JsonSerializer.Serialize(state, Default.ConversationState);

    public static ConversationState Read(string? json)
    {
        try
        {
            return json is null ? new() : JsonSerializer.Deserialize(json, Default.ConversationState) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
