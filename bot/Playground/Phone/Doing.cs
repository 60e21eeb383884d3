namespace ChatSupport.Bot.Playground.Phone;

/// <summary>What the holder of a phone does, or what the desk does to the call.</summary>
internal abstract record Doing
{
    /// <summary>Answers, or lets it be, in the carrier's words: <c>in-progress</c>, <c>machine</c>, <c>no-answer</c>, <c>busy</c>.</summary>
    public sealed record Decides(string Status) : Doing;

    public sealed record Keys(string Digits) : Doing;

    public sealed record Silence : Doing;

    /// <param name="Words">What was said, for a machine to understand; empty when only the sound tells.</param>
    /// <param name="HangsUp">And that was all: the call is over.</param>
    public sealed record Speaks(byte[] Sound, int Seconds, string Words, bool HangsUp = false) : Doing;

    /// <summary>The call is over, whoever ends it.</summary>
    public sealed record Ends(string Status = "completed") : Doing;

    /// <summary>The desk sends the call elsewhere.</summary>
    public sealed record GoesTo(string Url) : Doing;
}
