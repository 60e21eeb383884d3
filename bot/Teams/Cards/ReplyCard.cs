using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Teams.Cards;

/// <summary>The desk's replies on one card, each drawn below the other; the last one's buttons stand at its foot.</summary>
internal static class ReplyCard
{
    /// <summary>More choices than this are a menu.</summary>
    private const int MostButtons = 6;

    private const int LongestOption = 200;

    /// <param name="tickets">The cards that the replies name, for their reader; what that reader may not see is missing.</param>
    /// <param name="also">Further buttons.</param>
    public static AdaptiveCard Of(
        IReadOnlyList<Reply> replies, IReadOnlyDictionary<string, TicketView> tickets, Tongue tongue, params IReadOnlyList<Choice> also)
    {
        if (replies.OfType<Reply.Form>().LastOrDefault() is { } form)
            return FormCard.Of(form, tongue, inWindow: false, replies.Where(reply => reply is not Reply.Form).SelectMany(reply => Body(reply, tickets, 1000)));
        return Drawn(replies, tickets, tongue, also, replies is [Reply.Card { Reference: var only }] ? tickets.GetValueOrDefault(only)?.Refresh : null);
    }

    /// <summary>One ticket, below what is said of it; whoever looks at it is shown it anew.</summary>
    public static AdaptiveCard Of(TicketView ticket, Tongue tongue, IEnumerable<Reply> above) => Drawn(
        [.. above, new Reply.Card(ticket.Reference)], new Dictionary<string, TicketView>(StringComparer.Ordinal) { [ticket.Reference] = ticket }, tongue, [], ticket.Refresh);

    private static AdaptiveCard Drawn(
        IReadOnlyList<Reply> replies, IReadOnlyDictionary<string, TicketView> tickets, Tongue tongue, IReadOnlyList<Choice> also,
        (string Choice, IReadOnlyCollection<string> Users)? refresh) => AdaptiveCard.Fitting(longest => new AdaptiveCard(
        Fallback(replies, tickets), tongue, [.. replies.SelectMany(reply => Body(reply, tickets, longest)), .. Menus(replies, tongue, longest)],
        [.. replies.SelectMany(reply => Buttons(reply, tickets, tongue)), .. also.Select(choice => CardAction.Execute(choice))])
        {
            Refresh = refresh,
        });

    /// <summary>What a notification says of them.</summary>
    public static string Fallback(IEnumerable<Reply> replies, IReadOnlyDictionary<string, TicketView> tickets) => string.Join(' ', replies.Select(reply => reply switch
    {
        Reply.Text { Words: var words } => words,
        Reply.Choices { Words: var words } => words,
        Reply.Notice { Words: var words } => words,
        Reply.Form { Title: var title } => title,
        Reply.Card { Reference: var reference } => tickets.TryGetValue(reference, out var ticket) ? ticket.Fallback : reference,
        _ => throw new ArgumentOutOfRangeException(nameof(replies)),
    }));

    private static IEnumerable<JsonObject> Body(Reply reply, IReadOnlyDictionary<string, TicketView> tickets, int longest) => reply switch
    {
        Reply.Text { Words: var words } => Text.Of(Text.Fit(words, longest * 4)),
        Reply.Choices { Words: var words } => Text.Of(Text.Fit(words, longest * 4)),
        Reply.Notice { Tone: var tone, Words: var words } => [Notice(tone, Text.Fit(words, longest * 2))],
        Reply.Card { Reference: var reference } => tickets.TryGetValue(reference, out var ticket) ? ticket.Body(longest) : [],
        Reply.Form => [],
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    private static JsonObject Notice(Tone tone, string words) => new()
    {
        ["type"] = "Container",
        ["style"] = tone switch { Tone.Good => "good", Tone.Attention => "warning", _ => "attention" },
        ["items"] = new JsonArray([.. Text.Of(words)]),
    };

    private static IEnumerable<JsonObject> Buttons(Reply reply, IReadOnlyDictionary<string, TicketView> tickets, Tongue tongue) => reply switch
    {
        Reply.Choices { Options: var options } => [.. Single(options).SelectMany(choice => Button(choice, tongue)), .. Menu(options).Take(1).Select(_ => Pick(tongue))],
        Reply.Card { Reference: var reference } => tickets.TryGetValue(reference, out var ticket) ? ticket.Actions.SelectMany(choice => Button(choice, tongue)) : [],
        _ => [],
    };

    /// <summary>What can be filled in on a card can be filled in in a window.</summary>
    private static IEnumerable<JsonObject> Button(Choice choice, Tongue tongue)
    {
        yield return CardAction.Execute(choice);
        if (Request.OfChoice(choice.Id)?.Verb is Verb.Form or Verb.Complete)
            yield return CardAction.Open(choice with { Label = BotText.Say("Teams.Window").In(tongue) });
    }

    private static IEnumerable<JsonObject> Menus(IEnumerable<Reply> replies, Tongue tongue, int longest) =>
        from offer in replies.OfType<Reply.Choices>()
        let options = Menu(offer.Options)
        where options.Count > 0
        select new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = CardAction.Picked,
            ["style"] = "compact",
            ["label"] = BotText.Say("Teams.Choose").In(tongue),
            ["choices"] = new JsonArray([.. options.Select(option => new JsonObject { ["title"] = Text.Fit(option.Label, Math.Min(LongestOption, longest)), ["value"] = option.Id })]),
        };

    private static JsonObject Pick(Tongue tongue) =>
        CardAction.Execute(new Choice("pick", BotText.Say("Teams.Choose").In(tongue), ChoiceStyle.Primary), CardAction.Picked);

    /// <summary>Too many of one kind are a menu; what stands beside them stays a button.</summary>
    private static List<Choice> Menu(IReadOnlyList<Choice> options) =>
        options.Count <= MostButtons ? [] : [.. options.GroupBy(VerbOf, StringComparer.Ordinal).MaxBy(same => same.Count())!];

    private static IEnumerable<Choice> Single(IReadOnlyList<Choice> options) => options.Except(Menu(options));

    private static string VerbOf(Choice choice) => choice.Id.Split(':')[0];
}
