using System.Text.Json;
using ChatSupport.Desk.Declarations;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

public sealed class DescriptionTests
{
    [Theory]
    [InlineData("en", "Declare an incident")]
    [InlineData("fr", "Déclarer un incident")]
    public async Task Every_operation_says_what_it_is_for_in_the_readers_language(string language, string said)
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var document = (await desk.Shows("/openapi/v1.json", language)).Json;
        var operations = Operations(document).ToList();
        Assert.Equal(30, operations.Count);
        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.NotEmpty(operation.GetProperty("description").GetString()!);
        });
        Assert.Contains(operations, operation => operation.GetProperty("summary").GetString() == said);
    }

    [Fact]
    public async Task A_declaration_is_described_from_the_one_list_of_its_fields()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var declare = (await desk.Shows("/openapi/v1.json", "en")).Json.GetProperty("paths").GetProperty("/api/tickets").GetProperty("post");
        var schema = declare.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var keys = schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToList();
        Assert.Equal(["client", "contact", "followsUp", .. IncidentForm.Form.AskedOn(Channel.Portal).Select(field => field.Key)], keys);
        Assert.Contains("scopeAttestation", schema.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
        Assert.Equal(["P1", "P2", "P3"], schema.GetProperty("properties").GetProperty("requestedPriority").GetProperty("enum").EnumerateArray().Select(key => key.GetString()));
    }

    [Fact]
    public async Task The_API_asks_for_its_key_and_health_does_not()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var document = (await desk.Shows("/openapi/v1.json")).Json;
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString());
        var paths = document.GetProperty("paths");
        Assert.True(paths.GetProperty("/api/tickets/{reference}/acknowledge").GetProperty("post").TryGetProperty("security", out _));
        Assert.False(paths.GetProperty("/healthz").GetProperty("get").TryGetProperty("security", out _));
    }

    private static IEnumerable<JsonElement> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value);
}
