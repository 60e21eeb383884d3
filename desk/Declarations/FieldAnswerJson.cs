using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatSupport.Desk.Declarations;

/// <summary>Reads any JSON value as an answer, so that a wrong one is reported with all the others instead of stopping the reader.</summary>
public sealed class FieldAnswerJson : JsonConverter<FieldAnswer>
{
    // Escaped halves of a surrogate pair cannot become text; this stands for them, and the field refuses it with a sentence.
    private const string Unstorable = "\uFFFF";

    public override bool HandleNull => true;

    public override FieldAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return FieldAnswer.Of(Text(ref reader));
            case JsonTokenType.True: return FieldAnswer.Of("true");
            case JsonTokenType.False: return FieldAnswer.Of("false");
            case JsonTokenType.Null: return FieldAnswer.Of("");
            case JsonTokenType.StartArray: return Several(ref reader);
            default:
                reader.Skip();
                return new FieldAnswer.WrongKind();
        }
    }

    public override void Write(Utf8JsonWriter writer, FieldAnswer value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case FieldAnswer.One(var text):
                writer.WriteStringValue(text);
                break;
            case FieldAnswer.Many(var texts):
                writer.WriteStartArray();
                foreach (var text in texts)
                    writer.WriteStringValue(text);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static FieldAnswer Several(ref Utf8JsonReader reader)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        var onlyTexts = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
                texts.Add(Text(ref reader));
            else
                onlyTexts = false;
            reader.Skip();
        }

        return onlyTexts ? new FieldAnswer.Many(texts.DrainToImmutable()) : new FieldAnswer.WrongKind();
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unstorable;
        }
    }
}
