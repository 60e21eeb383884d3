using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Declarations;

/// <summary>What reading one answer found: its normalised value, or an error; or neither, when it was blank.</summary>
public sealed record Finding(FieldAnswer? Value, Sentence? Error = null, Sentence? Warning = null)
{
    internal static Finding Nothing { get; } = new(Value: null);

    internal static Finding Good(string text) => new(FieldAnswer.Of(text));

    /// <summary>The error that the page <c>Answers</c> has under this name.</summary>
    internal static Finding Wrong(string entry, params ReadOnlySpan<object?> with) => new(null, DeskText.Say($"Answers.{entry}", with));
}
