using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Declarations;

/// <summary>Words of the client's own, kept verbatim but for the secrets in them.</summary>
internal sealed class TextField(string key, FieldKind kind, int minLength, int maxLength) : Field(key, kind, maxLength)
{
    /// <summary>Characters that the text may not hold.</summary>
    public string Without { get; init; } = "";

    internal override bool StaysGood => true;

    private protected override Finding Interpret(string text, DeclarationContext context)
    {
        var (masked, found) = Secrets.Mask(Kind == FieldKind.ShortText ? PlainText.OnOneLine(text) : text);
        var length = PlainText.Length(masked);
        if (length < minLength)
            return Finding.Wrong("TooShort", minLength, length);
        if (length > MaxLength)
            return Finding.Wrong("TooLong", MaxLength);
        if (masked.AsSpan().ContainsAny(Without))
            return Finding.Wrong("Forbidden", string.Join(' ', Without.AsEnumerable()));
        return Finding.Good(masked) with { Warning = found ? DeskText.Say("Answers.SecretMasked") : null };
    }
}
