using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using NodaTime;

namespace ChatSupport.Tests.Declarations;

public sealed class DeclarationJsonTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [Fact]
    public void A_declaration_is_one_flat_object()
    {
        var answers = new Dictionary<string, FieldAnswer>(StringComparer.Ordinal)
        {
            ["description"] = FieldAnswer.Of("Panne générale du réseau de fr1"),
            ["companyName"] = FieldAnswer.Of("Borealis"),
            ["namedContact"] = FieldAnswer.Of("Morel Claire"),
            ["resourceIds"] = FieldAnswer.Of(Given.Resource),
        };
        var declaration = answers.Read(Given.Business with { Channel = Channel.Voicemail }).Declaration;

        Assert.Equal(
            $$"""
            {"companyName":"Borealis","namedContact":"Morel Claire","description":"Panne générale du réseau de fr1","resourceIds":["{{Given.Resource}}"]}
            """,
            JsonSerializer.Serialize(declaration, Readable));
    }

    [Fact]
    public void It_comes_back_equal_from_the_store()
    {
        var declaration = Given.Complete.Read().Declaration!;
        var back = JsonSerializer.Deserialize<Declaration>(JsonSerializer.Serialize(declaration))!;

        Assert.Equal(declaration, back);
        Assert.Equal(declaration.GetHashCode(), back.GetHashCode());
        Assert.Equal(Instant.FromUtc(2026, 12, 24, 16, 20), back.StartedAt);
        Assert.Equal(Priority.P1, back.RequestedPriority);
        Assert.Equal([Given.Resource], back.ResourceIds);
    }

    [Fact]
    public void A_key_that_the_form_no_longer_has_is_kept()
    {
        const string Stored = """{"title":"VM en panne","floor":"3","tags":["a","b"],"weight":4.2,"deep":{"x":[1]}}""";
        var declaration = JsonSerializer.Deserialize<Declaration>(Stored)!;

        Assert.Equal("""{"title":"VM en panne","floor":"3","tags":["a","b"]}""", JsonSerializer.Serialize(declaration));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"title\":")]
    public void What_is_no_declaration_is_a_JSON_error(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Declaration>(json));

    [Fact]
    public void An_empty_declaration_has_no_answers()
    {
        var nothing = JsonSerializer.Deserialize<Declaration>("{}")!;

        Assert.Equal(("", "", null, null), (nothing.Title, nothing.Description, nothing.StartedAt, nothing.RequestedPriority));
        Assert.NotEqual(nothing, Given.Complete.Read().Declaration);
    }

    [Fact]
    public void A_request_s_body_is_read_as_answers_whatever_it_holds()
    {
        const string Body = """
            {"title":"VM en panne","scopeAttestation":true,"inviteConsent":false,"resourceIds":["a"],"clientRef":42,
             "evidence":{"a":[1,{}]},"region":null,"service":["compute",["x"],3],"reason":"\uD83D"}
            """;
        var answers = JsonSerializer.Deserialize<Dictionary<string, FieldAnswer>>(Body)!;

        Assert.Equal(FieldAnswer.Of("VM en panne"), answers["title"]);
        Assert.Equal(FieldAnswer.Of("true"), answers["scopeAttestation"]);
        Assert.Equal(FieldAnswer.Of("false"), answers["inviteConsent"]);
        Assert.Equal(FieldAnswer.Of(["a"]), answers["resourceIds"]);
        Assert.IsType<FieldAnswer.WrongKind>(answers["clientRef"]);
        Assert.IsType<FieldAnswer.WrongKind>(answers["evidence"]);
        Assert.IsType<FieldAnswer.WrongKind>(answers["service"]);
        var errors = answers.Read().Errors;
        Assert.Equal("Answers.Missing", errors["region"].Key);
        Assert.Equal("Answers.Unstorable", errors["reason"].Key);
    }

    [Fact]
    public void No_answer_shows_its_words_in_a_log() => Assert.Equal("One", $"{FieldAnswer.Of("données du client")}");
}
