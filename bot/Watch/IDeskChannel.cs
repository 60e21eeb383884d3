using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Watch;

/// <summary>The channel of a chat in which the desk's people work: what is said there is for all of them.</summary>
internal interface IDeskChannel
{
    Way Way { get; }

    /// <returns>The message that says it; null when the desk has no channel there.</returns>
    OutboxRow? Saying(Sentence words, Instant at);
}
