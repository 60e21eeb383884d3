using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>A message as it leaves: words or a card, never both, since Teams would make two messages of it and name neither.</summary>
internal static class OutgoingActivity
{
    private const int LongestText = 12_000;

    public static JsonObject Words(string words, Tongue tongue) => new()
    {
        ["type"] = "message",
        ["textFormat"] = "plain",
        ["locale"] = Locale(tongue),
        ["text"] = Text.Fit(words, LongestText),
    };

    public static JsonObject Card(AdaptiveCard card) => new()
    {
        ["type"] = "message",
        ["locale"] = Locale(card.Tongue),
        ["summary"] = Text.Fit(card.Fallback, 300),
        ["attachments"] = new JsonArray(Attachment(card)),
    };

    public static JsonObject Of(IReadOnlyList<Reply> replies, IReadOnlyDictionary<string, TicketView> tickets, Tongue tongue) =>
        replies.All(reply => reply is Reply.Text or Reply.Notice)
            ? Words(string.Join("\n\n", replies.Select(Line)), tongue)
            : Card(ReplyCard.Of(replies, tickets, tongue));

    public static JsonObject Attachment(AdaptiveCard card) => new() { ["contentType"] = AdaptiveCard.ContentType, ["content"] = card.ToJson() };

    private static string Locale(Tongue tongue) => tongue == Tongue.French ? "fr-FR" : "en-GB";

    private static string Line(Reply reply) => reply switch
    {
        Reply.Notice { Tone: var tone, Words: var words } => $"{(tone switch { Tone.Good => "✅", Tone.Attention => "⚠️", _ => "⛔" })} {words}",
        Reply.Text { Words: var words } => words,
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };
}
