using System.Text.Json;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Notices;
using NodaTime;

namespace ChatSupport.Bot.Slack.Client;

/// <summary>What came of one call of Slack's Web API.</summary>
internal abstract record ApiAnswer
{
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "rate_limited", "message_limit_exceeded",
        "team_added_to_org",
    };

    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal) { "message_not_found", "cant_update_message", "edit_window_closed" };

    private static readonly HashSet<string> Closed = new(StringComparer.Ordinal)
    {
        "channel_not_found", "not_in_channel", "is_archived", "restricted_action", "user_not_found", "user_disabled", "user_not_in_channel",
    };

    private ApiAnswer()
    {
    }

    public sealed record Ok(JsonElement Json) : ApiAnswer;

    /// <summary>Slack said no, in a word of its own such as <c>channel_not_found</c>.</summary>
    public sealed record Failed(string Error) : ApiAnswer
    {
        /// <summary>It may work in a while.</summary>
        public bool IsPassing => Passing.Contains(Error);

        /// <summary>The message that was to be changed is no longer there.</summary>
        public bool IsGone => Gone.Contains(Error);

        /// <summary>This conversation cannot be written to.</summary>
        public bool IsClosed => Closed.Contains(Error);
    }

    /// <summary>Too much at once; Slack, or our own budget, asks to wait.</summary>
    public sealed record Limited(Duration After) : ApiAnswer;

    /// <summary>No answer, or none that means anything. It may have been done all the same.</summary>
    public sealed record Lost(string Why) : ApiAnswer;

    /// <summary>What to write in a log or on a ticket; nobody's words.</summary>
    public string Reason => this switch
    {
        Failed failed => failed.Error,
        Limited => "rate-limited",
        Lost lost => lost.Why,
        _ => "ok",
    };

    /// <summary>As the outbox understands it: Slack's own trouble passes, everything else that it says is final.</summary>
    public Sending ToSending() => this switch
    {
        Ok { Json: var json } => new Sending.Sent(json.Text("ts")),
        Limited limited => new Sending.Retry(Reason, limited.After),
        Lost => new Sending.Retry(Reason),
        Failed { IsPassing: true } => new Sending.Retry(Reason),
        _ => new Sending.Refused(Reason),
    };
}
