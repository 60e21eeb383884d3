using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Bot.Dialogs.Commands;

namespace ChatSupport.Bot.Slack.Acting;

/// <summary>What stands on the back of an act's modal.</summary>
/// <param name="Choice">The button that opened it, as its id.</param>
/// <param name="Nonce">Sent twice, it is done once.</param>
internal sealed record ActState(string Choice, string Nonce)
{
    public const string Callback = "act";

    public static ActState New(Request request) => new(request.ToChoice(), Guid.NewGuid().ToString("N"));

    /// <returns>Null when it is none of ours.</returns>
    public static ActState? Read(string metadata)
    {
        try
        {
            return JsonSerializer.Deserialize(metadata, ActStateJson.Default.ActState) is { Choice: not null, Nonce: not null } state ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, ActStateJson.Default.ActState);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ActState))]
internal sealed partial class ActStateJson : JsonSerializerContext;
