using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

/// <summary>What came back, byte for byte as a stranger's client sees it.</summary>
internal sealed record Reply(int Status, string? ContentType, HttpResponseHeaders Headers, string Text)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string? this[string key] => Json[key]?.ToString();

    /// <summary>Asserts that this is a whole problem (RFC 9457) and gives what it says about one field, or its detail.</summary>
    public string Problem(int status, string? field = null)
    {
        Assert.True(status == Status, $"{Status} instead of {status}: {Text}");
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(status, (int)Json["status"]!);
        Assert.All(new[] { "type", "title", "detail" }, key => Assert.False(string.IsNullOrWhiteSpace(this[key]), $"{key} is empty: {Text}"));
        return field is null ? this["detail"]! : Json["errors"]![field]![0]!.ToString();
    }
}

/// <summary>Plain requests to a running desk, exactly as written.</summary>
internal static class Wire
{
    public static Task<Reply> Get(this RunningDesk desk, string path, string key = RunningDesk.Key, params (string Name, string Value)[] headers) =>
        desk.Send(HttpMethod.Get, path, content: null, key, headers);

    public static Task<Reply> Post(this RunningDesk desk, string path, object body, string key = RunningDesk.Key, params (string Name, string Value)[] headers) =>
        desk.Send(HttpMethod.Post, path, JsonContent(System.Text.Json.JsonSerializer.Serialize(body)), key, headers);

    public static Task<Reply> PostText(this RunningDesk desk, string path, string json, string key = RunningDesk.Key, params (string Name, string Value)[] headers) =>
        desk.Send(HttpMethod.Post, path, JsonContent(json), key, headers);

    public static async Task<Reply> Send(this RunningDesk desk, HttpMethod method, string path, HttpContent? content, string key, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(desk.Http.BaseAddress!, path)) { Content = content };
        request.Headers.Authorization = key.Length == 0 ? new AuthenticationHeaderValue("None") : new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await desk.Http.SendAsync(request);
        return new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers, await response.Content.ReadAsStringAsync());
    }

    public static StringContent JsonContent(string json) => new(json, Encoding.UTF8, "application/json");
}
