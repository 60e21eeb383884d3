using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;

namespace ChatSupport.Desk;

/// <summary>
/// What is kept of an answer so that a repeated delivery gets it again: which ticket in which version, or which refusal in both languages. Never bytes.
/// </summary>
internal static class Outcome
{
    public static string Write(Answer answer) => JsonSerializer.Serialize(answer switch
    {
        Answer.Accepted accepted => new Kept(accepted.Ticket.Reference, accepted.Ticket.Version, null, null, null),
        Answer.Refused { Refusal: var no } => new Kept(null, null, no.Kind, Said.Of(no.Why), no.Fields.ToDictionary(field => field.Key, field => Said.Of(field.Value))),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    }, KeptJson.Default.Kept);

    public static async ValueTask<Answer> Repeat(string outcome, Ledger ledger)
    {
        var kept = JsonSerializer.Deserialize(outcome, KeptJson.Default.Kept)!;
        return kept.Reference is { } reference
            ? new Answer.Accepted(await ledger.Load(reference, kept.Version!.Value), IsRepeat: true)
            : new Answer.Refused(new Refusal(kept.Kind!.Value, kept.Why!.Sentence)
            {
                Fields = kept.Fields!.ToDictionary(field => field.Key, field => field.Value.Sentence),
            });
    }

    internal sealed record Kept(string? Reference, int? Version, RefusalKind? Kind, Said? Why, Dictionary<string, Said>? Fields);

    internal sealed record Said(string Key, string Fr, string En)
    {
        [JsonIgnore]
        public Sentence Sentence => Sentence.Said(Key, Fr, En);

        public static Said Of(Sentence sentence) => new(sentence.Key, sentence.In(Tongue.French), sentence.In(Tongue.English));
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Outcome.Kept))]
internal sealed partial class KeptJson : JsonSerializerContext;
