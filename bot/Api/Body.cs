using System.IO;
using System.Security.Cryptography;
using System.Text.Json;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using NodaTime;

namespace ChatSupport.Bot.Api;

/// <summary>A request's JSON object, read key by key; what is wrong with a key is remembered under its name.</summary>
internal sealed class Body
{
    /// <summary>Far above any honest declaration.</summary>
    public const int MaxBytes = 512 * 1024;

    private readonly JsonElement json;
    private readonly Dictionary<string, Sentence> errors = new(StringComparer.Ordinal);

    private Body(JsonElement json, string hash) => (this.json, Hash) = (json, hash);

    /// <summary>SHA-256 of the bytes as they came: another body under the same idempotency key is another request.</summary>
    public string Hash { get; }

    public Refusal? Refusal => errors.Count > 0 ? Refusal.Invalid(errors) : null;

    /// <summary>What was sent. What is too much is read and dropped, so that the sender hears of it.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than <see cref="MaxBytes"/>, or broke off.</exception>
    public static async Task<byte[]> Bytes(HttpContext http)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        long total = 0;
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            total += read;
            if (total <= MaxBytes)
                bytes.Write(buffer, 0, read);
        }
        return total <= MaxBytes ? bytes.ToArray() : throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
    }

    /// <exception cref="JsonException">Not JSON, or not an object, or a key with half a character in it.</exception>
    public static Body Parse(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes.Length == 0 ? "{}"u8.ToArray() : bytes, new JsonDocumentOptions { MaxDepth = 16 });
        return document.RootElement.ValueKind == JsonValueKind.Object && HasWholeNames(document.RootElement)
            ? new Body(document.RootElement.Clone(), Convert.ToHexString(SHA256.HashData(bytes.Span)))
            : throw new JsonException();
    }

    public string? Text(string key)
    {
        if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (TextOf(value) is { } text)
            return text;
        errors[key] = BotText.Say("Api.NotText");
        return null;
    }

    public T? Choice<T>(string key) where T : struct, Enum
    {
        if (Text(key) is not { } text)
            return null;
        if (Words.TryRead<T>(text, out var value))
            return value;
        errors[key] = Words.Offer<T>();
        return null;
    }

    public Instant? Instant(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (IsoTime.Read(text.Trim()) is { } at)
            return at;
        errors[key] = BotText.Say("Api.NotAnInstant");
        return null;
    }

    /// <summary>The answers to the declaration model: every key but those in <paramref name="others"/>.</summary>
    public IReadOnlyDictionary<string, FieldAnswer> Answers(IReadOnlySet<string> others) => json.EnumerateObject()
        .Where(property => !others.Contains(property.Name) && property.Value.ValueKind != JsonValueKind.Null)
        .GroupBy(property => property.Name, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => Answer(same.Last().Value), StringComparer.Ordinal);

    private static FieldAnswer Answer(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => FieldAnswer.Of("true"),
        JsonValueKind.False => FieldAnswer.Of("false"),
        JsonValueKind.Array when value.EnumerateArray().Select(TextOf).ToList() is var items && items.TrueForAll(item => item is not null) =>
            FieldAnswer.Of(items.OfType<string>()),
        _ => TextOf(value) is { } text ? FieldAnswer.Of(text) : new FieldAnswer.WrongKind(),
    };

    /// <summary>Null when it is no text, or text with half a character in it.</summary>
    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? Whole(() => value.GetString()) : null;

    private static bool HasWholeNames(JsonElement json) => json.EnumerateObject().All(property => Whole(() => property.Name) is not null);

    /// <summary>Escaped halves of a surrogate pair are JSON, yet no text.</summary>
    private static string? Whole(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
