using System.Text.Json.Serialization;

namespace ChatSupport.Voice.Calls;

/// <summary>What the caller is asked or told now: a small closed set, rendered by <see cref="CallScript"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(AskCode), "code")]
[JsonDerivedType(typeof(AskPin), "pin")]
[JsonDerivedType(typeof(Menu), "menu")]
[JsonDerivedType(typeof(AskNumber), "number")]
[JsonDerivedType(typeof(Ring), "ring")]
[JsonDerivedType(typeof(AskMessage), "message")]
[JsonDerivedType(typeof(Review), "review")]
[JsonDerivedType(typeof(Goodbye), "goodbye")]
internal abstract record Step
{
    /// <summary>An unknown number: the client's code, or silence to leave a message.</summary>
    public sealed record AskCode(bool Again = false) : Step;

    public sealed record AskPin : Step;

    /// <summary>The ticket is found or opened; whoever says nothing goes on to an engineer.</summary>
    public sealed record Menu(bool Again = false) : Step;

    public sealed record AskNumber : Step;

    /// <summary>An engineer's phone rings.</summary>
    /// <param name="Phone">E.164.</param>
    public sealed record Ring(string Engineer, string Phone) : Step;

    public sealed record AskMessage(bool Again = false) : Step;

    /// <summary>The message is kept already; it may be heard, or said again.</summary>
    public sealed record Review(bool Play = false) : Step;

    public sealed record Goodbye(Farewell Why) : Step;
}

/// <summary>How a call ends: each is a sentence of the page <c>Call</c> that says what happens now and what to do.</summary>
internal enum Farewell
{
    /// <summary>The message is with its ticket.</summary>
    Kept,

    /// <summary>Nobody knows yet whose message it is.</summary>
    KeptUnidentified,

    /// <summary>A ticket, but no message.</summary>
    NoMessage,
    NoMessageUnidentified,

    /// <summary>An engineer took the call.</summary>
    Taken,

    /// <summary>An engineer took the ticket while the client was waiting.</summary>
    TakenMeanwhile,
    NotCritical,
    WhenOpen,
    InWriting,
    NoOffer,
}
