using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Slack.Cards;

/// <summary>The desk's replies in blocks.</summary>
internal static class ReplyBlocks
{
    /// <summary>More choices than this are a menu.</summary>
    private const int MostButtons = 12;

    /// <summary>What chooses from a menu, rather than a button.</summary>
    public const string Menu = "menu";

    public static IEnumerable<JsonObject> Of(IEnumerable<Reply> replies, IReadOnlyDictionary<string, Card> cards, Tongue tongue) =>
        replies.SelectMany(reply => Of(reply, cards, tongue));

    /// <summary>What a notification says of them.</summary>
    public static Marked Fallback(IEnumerable<Reply> replies, IReadOnlyDictionary<string, Card> cards) => Marked.Lines(replies.Select(reply => reply switch
    {
        Reply.Text { Words: var words } => Marked.Said(words),
        Reply.Choices { Words: var words } => Marked.Said(words),
        Reply.Notice { Words: var words } => Marked.Said(words),
        Reply.Form { Title: var title } => Marked.Of(title),
        Reply.Card { Reference: var reference } => cards.TryGetValue(reference, out var card) ? card.Fallback : Marked.Of(reference),
        _ => throw new ArgumentOutOfRangeException(nameof(replies)),
    }));

    private static IEnumerable<JsonObject> Of(Reply reply, IReadOnlyDictionary<string, Card> cards, Tongue tongue) => reply switch
    {
        Reply.Text { Words: var words } => Paragraphs(words),
        Reply.Notice { Tone: var tone, Words: var words } => [Block.Section(new Marked(Icon(tone) + " ") + Marked.Said(words))],
        Reply.Choices { Words: var words, Options: var options } => [.. Paragraphs(words), .. Choices(options, tongue)],
        Reply.Form { Id: var id, Title: var title } =>
            [Block.Section(Marked.Bold(title), Block.Button(new Choice(id, BotText.Say("Slack.OpenForm").In(tongue), ChoiceStyle.Primary)))],
        Reply.Card { Reference: var reference } => cards.TryGetValue(reference, out var card) ? card.Blocks(CardUse.Shown) : [],
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    private static IEnumerable<JsonObject> Choices(IReadOnlyList<Choice> options, Tongue tongue) => options.Count <= MostButtons
        ? Block.Buttons(options)
        : [Block.Menu(Menu, BotText.Say("Slack.Choose").In(tongue), options)];

    /// <summary>A long text goes on in the next section instead of being cut.</summary>
    private static IEnumerable<JsonObject> Paragraphs(string words)
    {
        var lines = Marked.Said(words).Text.Split('\n');
        var soFar = "";
        foreach (var line in lines)
        {
            if (soFar.Length > 0 && soFar.Length + line.Length + 1 > BlockLimits.Text)
            {
                yield return Block.Section(new Marked(soFar));
                soFar = line;
            }
            else
                soFar = soFar.Length == 0 ? line : $"{soFar}\n{line}";
        }
        yield return Block.Section(new Marked(soFar));
    }

    private static string Icon(Tone tone) => tone switch
    {
        Tone.Good => ":white_check_mark:",
        Tone.Attention => ":warning:",
        _ => ":no_entry:",
    };
}
