using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Declarations;

/// <summary>What people write beside a declaration: a comment, a reason, a note. It is cleaned and relieved of secrets like an answer.</summary>
internal static class FreeText
{
    /// <summary>In Unicode scalar values.</summary>
    public const int MaxLength = 20_000;

    /// <returns>The text to keep, empty when there was nothing; or what is wrong with it and what to write instead.</returns>
    public static (string Text, Sentence? Error) Read(string? written)
    {
        if (PlainText.Clean(written ?? "") is not { } clean)
            return ("", DeskText.Say("Answers.Unstorable"));
        var (masked, _) = Secrets.Mask(clean);
        return PlainText.Length(masked) > MaxLength ? ("", DeskText.Say("Answers.TooLong", MaxLength)) : (masked, null);
    }
}
