using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

/// <summary>Whatever is sent, it is answered with a clear no or taken word for word as text; nothing breaks, and the desk goes on.</summary>
public sealed class MalformedInputTests(AtTen running) : IClassFixture<AtTen>, IAsyncLifetime
{
    private static readonly string[] Verbs = ["acknowledge", "comment", "note", "assign", "hold", "resume", "resolve", "confirm", "contest", "requalify", "out-of-scope", "call"];

    private readonly RunningDesk desk = running.Desk;
    private string ticket = "";

    public async ValueTask InitializeAsync() => ticket = $"/api/tickets/{(await desk.Declares("paul.renard")).Reference}";

    /// <summary>Every test ends with a desk that still takes a declaration.</summary>
    public async ValueTask DisposeAsync() => await desk.Declares("paul.renard");

    public static TheoryData<string> Fields => [.. SampleDeclaration.Of("paul.renard").Keys.Concat(["followsUp", "clientRef", "evidence", "recentChange", "reproducible", "workaroundDetails", "inviteConsent", "ticketRef", "fromEmail"])];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Any_text_in_a_field_is_refused_by_name_or_kept_verbatim(string field)
    {
        foreach (var text in Nasty.Texts)
        {
            var reply = await Declares(field, $"\"{text}\"");
            if (reply.Status == 201 && reply.Json["declaration"]![field] is { } kept)
                Assert.Contains(kept.ToString(), new[] { Cleaned(text), OnOneLine(Cleaned(text)) });
            else if (reply.Status != 201)
                reply.Problem(422, field);
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_value_of_a_wrong_type_is_refused_by_name(string field)
    {
        foreach (var value in Nasty.Values)
        {
            var reply = await Declares(field, value);
            Assert.True(reply.Status is 201 or 422, $"{field} = {value}: {reply.Status} {reply.Text}");
            if (reply.Status == 422)
                reply.Problem(422, field);
        }
    }

    [Fact]
    public async Task No_verb_stumbles_over_a_text_or_a_type()
    {
        var values = Nasty.Texts.Select(text => $"\"{text}\"").Concat(Nasty.Values).ToArray();
        foreach (var verb in Verbs)
            foreach (var key in new[] { "by", "comment", "to", "fix", "priority", "at" })
                foreach (var value in values.Where((_, i) => i % 3 == key.Length % 3))
                    IsClear(await desk.PostText($"{ticket}/{verb}", Body(verb, key, value)));
    }

    [Fact]
    public async Task What_is_no_JSON_object_is_400_or_lacks_what_is_needed()
    {
        foreach (var (name, body) in Nasty.Bodies)
            foreach (var path in new[] { "/api/tickets", $"{ticket}/comment" })
            {
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                var reply = await desk.Send(HttpMethod.Post, path, content, RunningDesk.Key);
                Assert.True(reply.Status is 400 or 422, $"{name}: {reply.Status} {reply.Text}");
                reply.Problem(reply.Status);
            }
    }

    [Theory]
    [InlineData(512 * 1024 - 15, 422)]
    [InlineData(512 * 1024, 413)]
    [InlineData(10 * 1024 * 1024, 413)]
    public async Task A_body_has_its_limit(int length, int status) =>
        (await desk.PostText($"{ticket}/comment", $$"""{"comment":"{{new string('a', length)}}"}""")).Problem(status);

    [Fact]
    public async Task Of_a_key_given_twice_the_last_counts()
    {
        var reply = await desk.PostText($"{ticket}/comment", """{"by":"nobody","comment":"un","comment":"deux","by":"paul.renard"}""");
        Assert.Equal(200, reply.Status);
        Assert.Equal("deux", (await desk.Get($"{ticket}/timeline")).Json["items"]!.AsArray()[^1]!["detail"]!["text"]!.ToString());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("x")]
    [InlineData("")]
    public async Task The_body_is_what_it_is_whatever_it_is_called(string contentType)
    {
        using var content = new ByteArrayContent("""{"by":"paul.renard","comment":"Bonjour."}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        Assert.Equal(200, (await desk.Send(HttpMethod.Post, $"{ticket}/comment", content, RunningDesk.Key)).Status);
    }

    [Fact]
    public async Task A_get_with_a_body_is_a_get()
    {
        Assert.Equal(200, (await desk.Send(HttpMethod.Get, ticket, Wire.JsonContent("{}"), RunningDesk.Key)).Status);
        (await desk.Send(HttpMethod.Get, ticket, Wire.JsonContent("{"), RunningDesk.Key)).Problem(400);
    }

    private async Task<Reply> Declares(string field, string value)
    {
        var body = JsonSerializer.SerializeToNode(SampleDeclaration.Of("paul.renard"))!.AsObject();
        body.Remove(field);
        var json = body.ToJsonString();
        var reply = await desk.PostText("/api/tickets", $"{json[..^1]},\"{field}\":{value}}}");
        IsClear(reply);
        return reply;
    }

    /// <summary>A body that the verb would take, but for one key.</summary>
    private static string Body(string verb, string key, string value)
    {
        var body = new JsonObject
        {
            ["by"] = verb is "contest" or "confirm" ? "paul.renard" : "nadia.benali",
            ["comment"] = "Bonjour.",
            ["to"] = "tom.lefevre",
            ["fix"] = "production",
            ["priority"] = "P2",
            ["at"] = "2026-11-30T09:50:00+01:00",
        };
        body.Remove(key);
        return $"{body.ToJsonString()[..^1]},\"{key}\":{value}}}";
    }

    private static void IsClear(Reply reply)
    {
        if (reply.Status is not (200 or 201))
            reply.Problem(reply.Status is 400 or 404 or 409 or 413 or 422 ? reply.Status : 422);
    }

    /// <summary>A short text has one line.</summary>
    private static string OnOneLine(string text) => text.Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>What the desk promises to change in a text: its line ends, its surroundings and its normal form.</summary>
    private static string Cleaned(string json) =>
        JsonSerializer.Deserialize<string>($"\"{json}\"")!.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize(NormalizationForm.FormC).Trim();
}
