using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Declarations;

/// <summary>What reading one answer found: its normalised value, or an error; or neither, when it was blank.</summary>
internal sealed record Finding(FieldAnswer? Value, Sentence? Error = null, Sentence? Warning = null)
{
    public static Finding Nothing { get; } = new(Value: null);

    public static Finding Good(string text) => new(FieldAnswer.Of(text));

    /// <summary>The error that the page <c>Answers</c> has under this name.</summary>
    public static Finding Wrong(string entry, params ReadOnlySpan<object?> with) => new(null, DeskText.Say($"Answers.{entry}", with));
}
