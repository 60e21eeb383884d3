using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ChatSupport.Bench.Doors;

/// <summary>Message events as Slack posts them: each by one of many people to the bot directly, signed.</summary>
internal static class SlackEvents
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Team = "T0BENCH";

    public static string User(int n) => string.Create(CultureInfo.InvariantCulture, $"U{n:00000000}");

    /// <param name="first">The number of the first: no two of a talk have the same.</param>
    public static byte[][] Of(Uri server, Talk talk, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(n => One(server, n, talk.Person(n), talk.Said(n)))];

    private static byte[] One(Uri server, int n, int person, string words)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var ts = string.Create(CultureInfo.InvariantCulture, $"{now}.{n:000000}");
        var body = JsonSerializer.Serialize(new
        {
            token = "unused",
            team_id = Team,
            api_app_id = "A0BENCH",
            @event = new
            {
                type = "message",
                channel_type = "im",
                channel = $"D{User(person)[1..]}",
                user = User(person),
                text = words,
                ts,
                event_ts = ts,
                client_msg_id = Guid.NewGuid(),
                team = Team,
                blocks = new[] { new { type = "rich_text", block_id = "b1", elements = new[] { new { type = "rich_text_section", elements = new[] { new { type = "text", text = words } } } } } },
            },
            type = "event_callback",
            event_id = string.Create(CultureInfo.InvariantCulture, $"Ev{person:00000}{n:000000}"),
            event_time = now,
            authorizations = new[] { new { enterprise_id = (string?)null, team_id = Team, user_id = "U0BENCHBOT", is_bot = true, is_enterprise_install = false } },
            is_ext_shared_channel = false,
            event_context = "4-bench",
        });
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            POST /slack/events HTTP/1.1
            Host: {server.Authority}
            User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)
            Accept: */*
            Content-Type: application/json
            X-Slack-Request-Timestamp: {now}
            X-Slack-Signature: {Sign(now, body)}
            Content-Length: {Encoding.UTF8.GetByteCount(body)}
            """).ReplaceLineEndings("\r\n") + "\r\n\r\n" + body);
    }

    /// <summary>The header by which Slack says that it sent this body.</summary>
    public static string Sign(long now, string body) =>
        $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{now}:{body}")))}";
}
