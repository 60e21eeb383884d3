using System.Text.Json;
using System.Text.RegularExpressions;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Bot.Teams.Kit;

namespace ChatSupport.Tests.Security;

public sealed partial class ChatInjectionTests
{
    [Theory]
    [MemberData(nameof(Attack.Texts), MemberType = typeof(Attack))]
    public void In_Slack_nothing_that_somebody_wrote_calls_people_or_leads_anywhere(string text)
    {
        foreach (var marked in new[] { Marked.Of(text), Marked.Bold(text), Marked.Quote(text), Marked.Of(text).Fit(20) })
            Assert.DoesNotMatch(SlackToken, marked.Text);
    }

    [Theory]
    [MemberData(nameof(Attack.Texts), MemberType = typeof(Attack))]
    public void In_Teams_it_stands_in_runs_of_text_or_its_marks_are_taken_out(string text)
    {
        Assert.All(Text.Of(text), line => Assert.Equal("RichTextBlock", (string?)line["type"]));
        using var facts = JsonDocument.Parse(Text.Facts([("Title", text)]).ToJsonString());
        Assert.DoesNotMatch(Markdown, facts.RootElement.GetProperty("facts")[0].GetProperty("value").GetString()!);
    }

    /// <summary>Any sign that Slack acts upon.</summary>
    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex SlackToken { get; }

    /// <summary>A link, a picture, emphasis or markup whose signs are not escaped.</summary>
    [GeneratedRegex(@"(?<!\\)[*_\[\]`<>]", RegexOptions.None, 1000)]
    private static partial Regex Markdown { get; }
}
