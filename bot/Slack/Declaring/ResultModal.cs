using System.Text.Json.Nodes;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Slack.Declaring;

/// <summary>A modal that only tells how it went.</summary>
internal static class ResultModal
{
    /// <param name="entry">Of the page <c>Slack.Result</c>: what was done.</param>
    public static JsonObject Of(Card card, string entry, Tongue tongue) =>
        Of([Block.Section(new Marked(":white_check_mark: ") + Marked.Of(Say(entry, tongue))), .. card.Blocks(CardUse.Shown)], tongue);

    public static JsonObject Of(Sentence sentence, Tongue tongue) => Of([Block.Section(Marked.Say(sentence, tongue))], tongue);

    public static JsonObject Of(IEnumerable<JsonObject> blocks, Tongue tongue) =>
        Kit.View.Modal("result", "", Say("Title", tongue), submit: null, Say("Close", tongue), blocks);

    private static string Say(string entry, Tongue tongue) => BotText.Say($"Slack.Result.{entry}").In(tongue);
}
