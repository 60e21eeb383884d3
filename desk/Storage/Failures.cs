using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Storage;

/// <summary>The store was not opened; the sentence says what to do about it.</summary>
public sealed class StoreRefusedException(Sentence sentence, Exception? cause = null) : Exception(sentence.In(Tongue.English), cause)
{
    public Sentence Sentence { get; } = sentence;
}

/// <summary>The store could not do what was asked, and nothing of it was written.</summary>
public sealed class StoreUnavailableException(Sentence sentence, bool worthARetry, Exception cause)
    : Exception(sentence.In(Tongue.English), cause)
{
    public Sentence Sentence { get; } = sentence;

    /// <summary>True when the same command may succeed in a moment; false when somebody has to act first.</summary>
    public bool WorthARetry { get; } = worthARetry;
}
