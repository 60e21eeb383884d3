using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatSupport.Desk.Declarations;

/// <summary>The declaration as it is stored with its ticket.</summary>
internal sealed class DeclarationJson : JsonConverter<Declaration>
{
    private static readonly FieldAnswerJson Answer = new();

    public override Declaration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A declaration is an object of answers by key.");

        var answers = new Dictionary<string, FieldAnswer>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (Answer.Read(ref reader, typeof(FieldAnswer), options) is var answer and not FieldAnswer.WrongKind)
                answers[key] = answer;
        }

        return new(answers);
    }

    public override void Write(Utf8JsonWriter writer, Declaration value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, answer) in value.Answers)
        {
            writer.WritePropertyName(key);
            Answer.Write(writer, answer, options);
        }

        writer.WriteEndObject();
    }
}
