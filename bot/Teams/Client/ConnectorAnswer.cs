using System.Text.Json;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Notices;
using NodaTime;

namespace ChatSupport.Bot.Teams.Client;

/// <summary>What came of one call of the Bot Connector.</summary>
internal abstract record ConnectorAnswer
{
    private ConnectorAnswer()
    {
    }

    public sealed record Ok(JsonElement Json) : ConnectorAnswer;

    /// <summary>It will never work: a code of Teams' own such as <c>BotNotInConversationRoster</c>, else the status.</summary>
    public sealed record Refused(int Status, string Code) : ConnectorAnswer
    {
        /// <summary>The message that was to be changed is no longer there.</summary>
        public bool IsGone => Status == StatusCodes.Status404NotFound || Code is "ActivityNotFoundInConversation" or "ConversationNotFound";

        /// <summary>We were thrown out, or never let in.</summary>
        public bool IsShutOut => Status == StatusCodes.Status403Forbidden;
    }

    /// <summary>Too much at once, or not at this moment; Teams, or our own budget, asks to wait.</summary>
    /// <param name="After">Null when nobody said how long.</param>
    public sealed record Limited(string Cause, Duration? After) : ConnectorAnswer;

    /// <summary>No answer, or none that means anything. It may have been done all the same.</summary>
    public sealed record Lost(string Cause) : ConnectorAnswer;

    /// <summary>The demo has no service to call as long as nobody has opened the Agents Playground.</summary>
    public sealed record NobodyThere : ConnectorAnswer;

    /// <summary>Why it did not work, in a word.</summary>
    public string Why => this switch
    {
        Refused refused => refused.Code,
        Limited limited => limited.Cause,
        Lost lost => lost.Cause,
        _ => "",
    };

    /// <summary>What it is to the outbox.</summary>
    public Sending ToSending() => this switch
    {
        Ok { Json: var json } => new Sending.Sent(json.Text("activityId") ?? json.Text("id")),
        Refused => new Sending.Refused(Why),
        Limited { After: var pause } => new Sending.Retry(Why, pause),
        NobodyThere => new Sending.Dropped("nobody-there"),
        _ => new Sending.Retry(Why),
    };
}
