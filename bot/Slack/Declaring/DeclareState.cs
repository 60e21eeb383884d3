using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Slack.Declaring;

/// <summary>What stands on the back of a declaration's modal, so that nothing has to be remembered about it here.</summary>
/// <param name="Nonce">The declaration's own name: sent twice, it is declared once.</param>
/// <param name="FollowsUp">The closed ticket that it continues.</param>
internal sealed record DeclareState(string Nonce, string? FollowsUp)
{
    public const string Callback = "declare";
    private const int MostKept = 2000;

    /// <summary>The ticket that began by phone, which it completes (R15).</summary>
    public string? Completes { get; init; }

    /// <summary>What is known of fields that do not apply at the moment; it is there again when they do.</summary>
    public IReadOnlyDictionary<string, FieldAnswer>? Kept { get; init; }

    public static DeclareState New(string? followsUp) => new(Guid.NewGuid().ToString("N"), followsUp);

    /// <returns>Null when it is none of ours.</returns>
    public static DeclareState? Read(string metadata)
    {
        try
        {
            return JsonSerializer.Deserialize(metadata, DeclareStateJson.Default.DeclareState) is { Nonce: not null } state ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>There is little room on the back of a view: rather than half of it, nothing is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, DeclareStateJson.Default.DeclareState) is { Length: < MostKept } all
        ? all
        : JsonSerializer.Serialize(this with { Kept = null }, DeclareStateJson.Default.DeclareState);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeclareState))]
internal sealed partial class DeclareStateJson : JsonSerializerContext;
