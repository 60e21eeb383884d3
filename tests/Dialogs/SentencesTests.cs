using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ChatSupport.Bot.Language;

namespace ChatSupport.Tests.Dialogs;

public sealed partial class SentencesTests
{
    [Theory]
    [InlineData("Dialogs")]
    [InlineData("DeclareDialog")]
    [InlineData("TicketDialog")]
    [InlineData("EngineerDialog")]
    [InlineData("Cards")]
    public void Each_page_says_the_same_things_in_both_languages_each_in_its_typography(string page)
    {
        var (english, french) = (Entries(page, ""), Entries(page, "fr"));
        Assert.Equal(english.Keys.Order(), french.Keys.Order());
        foreach (var (key, words) in french)
        {
            Assert.DoesNotMatch(BreakingSpace(), words);
            Assert.DoesNotContain('\'', words);
            Assert.Equal(Holes(english[key]), Holes(words));
        }

        Assert.All(english.Values, words => Assert.DoesNotContain('\'', words));
        Assert.All(english.Values, words => Assert.DoesNotContain('"', words));
    }

    private static Dictionary<string, string> Entries(string page, string culture)
    {
        var pages = new ResourceManager($"ChatSupport.Bot.Language.{page}", typeof(BotText).Assembly);
        return pages.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Holes(string words) => Hole().Matches(words).Select(hole => hole.Value).Distinct().Order();

    [GeneratedRegex(" [:;!?%»]|« ", RegexOptions.None, 1000)]
    private static partial Regex BreakingSpace();

    [GeneratedRegex(@"\{\d", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
