using ChatSupport.Bot.Language;
using ChatSupport.Bot.Portal.Tickets;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Portal;

public sealed class WordsTests
{
    [Theory]
    [InlineData("acknowledge")]
    [InlineData("confirm")]
    [InlineData("contest")]
    [InlineData("resume")]
    [InlineData("resolve")]
    [InlineData("hold")]
    [InlineData("requalify")]
    [InlineData("assign")]
    [InlineData("note")]
    [InlineData("call")]
    [InlineData("out-of-scope")]
    public void Every_act_says_what_it_is_and_does_in_both_languages(string name)
    {
        var offer = Offer.Named(name)!;
        string[] entries = [$"Act.{name}", $"Act.{name}.What", $"Act.{name}.Do", .. offer.Asks.HasFlag(Asks.WordsAtLeast) ? [$"Act.{name}.Words"] : Array.Empty<string>()];

        Assert.All(entries, entry => Assert.All(Tongues.All, tongue => Assert.NotEmpty(Said(entry, tongue))));
    }

    [Fact]
    public void Every_closure_and_every_status_of_an_error_has_its_words()
    {
        string[] entries = [.. Enum.GetValues<Closure>().Select(cause => $"Timeline.Closed.{cause}"), .. new[] { 400, 401, 403, 404, 410, 413, 429, 503 }.Select(status => $"Notice.Title{status}")];

        Assert.All(entries, entry => Assert.NotEqual(Said(entry, Tongue.French), Said(entry, Tongue.English)));
    }

    private static string Said(string entry, Tongue tongue) => BotText.Say($"Portal.{entry}", "INC-000001").In(tongue);
}
