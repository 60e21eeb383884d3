using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Teams.Cards;

/// <summary>
/// A form as a card, on a message or in a window. What has become mandatory by other answers appears when the form comes back. Long
/// answers that would make the card too large are not asked for again: the desk has them.
/// </summary>
internal static class FormCard
{
    private const int LongestExcerpt = 300;

    public static AdaptiveCard Of(Reply.Form form, Tongue tongue, bool inWindow, IEnumerable<JsonObject>? before = null)
    {
        var fields = form.Fields.Where(IsShown(form)).ToList();
        JsonObject[] above = [.. before ?? []];
        var aside = fields.Where(field => !form.Errors.ContainsKey(field.Key) && form.Answers.TryGetValue(field.Key, out var answer) && LongText(answer).Length > FieldInput.LongestText)
            .Select(field => field.Key)
            .ToHashSet(StringComparer.Ordinal);
        var card = Drawn(form, fields, aside, tongue, inWindow, above);
        while (!card.Fits && Longest(form, fields, aside) is { } longest)
        {
            aside.Add(longest);
            card = Drawn(form, fields, aside, tongue, inWindow, above);
        }
        return card;
    }

    private static AdaptiveCard Drawn(
        Reply.Form form, IReadOnlyList<FormField> fields, HashSet<string> aside, Tongue tongue, bool inWindow, JsonObject[] above) => new(
        form.Title, tongue,
        [
            .. above,
            .. Text.Of(form.Title, bold: true, size: "medium"),
            .. Missing(form, tongue),
            .. fields.SelectMany(field => aside.Contains(field.Key)
                ? Kept(field, form.Answers[field.Key], tongue)
                : FieldInput.Of(field, form.Answers.GetValueOrDefault(field.Key), form.Errors.GetValueOrDefault(field.Key), tongue)),
        ],
        Buttons(form, tongue, inWindow));

    /// <summary>What only other answers make mandatory is not asked before they do.</summary>
    private static Func<FormField, bool> IsShown(Reply.Form form) => field =>
        field.Mandatory || form.Answers.ContainsKey(field.Key) || form.Errors.ContainsKey(field.Key)
        || ActKind.Of(Request.OfChoice(form.Id)?.Verb ?? Verb.Form) is not null
        || IncidentForm.Form.Find(field.Key)?.Needs.Portal != Need.Conditional;

    private static IEnumerable<JsonObject> Missing(Reply.Form form, Tongue tongue) => form.Errors.Count == 0
        ? []
        : Text.Of(BotText.Say("Teams.PleaseCorrect", form.Errors.Count).In(tongue), color: "attention");

    private static IEnumerable<JsonObject> Kept(FormField field, FieldAnswer answer, Tongue tongue) =>
        [.. Text.Of(BotText.Say("Teams.Kept", field.Label).In(tongue), bold: true), Text.Quote(Text.Fit(LongText(answer), LongestExcerpt))];

    /// <summary>Nothing that is wrong is put aside: it has to be corrected.</summary>
    private static string? Longest(Reply.Form form, IEnumerable<FormField> fields, HashSet<string> aside) => fields
        .Where(field => !aside.Contains(field.Key) && !form.Errors.ContainsKey(field.Key) && form.Answers.ContainsKey(field.Key))
        .Where(field => LongText(form.Answers[field.Key]).Length > LongestExcerpt)
        .MaxBy(field => LongText(form.Answers[field.Key]).Length)?.Key;

    private static string LongText(FieldAnswer answer) => answer switch
    {
        FieldAnswer.One(var text) => text,
        FieldAnswer.Many(var texts) => string.Join('\n', texts),
        _ => "",
    };

    private static IReadOnlyList<JsonObject> Buttons(Reply.Form form, Tongue tongue, bool inWindow)
    {
        var send = new Dialogs.Choice(form.Id, BotText.Say("Teams.Send").In(tongue), ChoiceStyle.Primary);
        if (inWindow)
            return [CardAction.Submit(send, CardAction.Form)];
        if (Request.OfChoice(form.Id) is not { } request)
            return [CardAction.Execute(send, CardAction.Form)];
        var leave = request.Ticket is { } ticket ? new Request(Verb.Show, ticket) : new Request(Verb.Later, request.Subject);
        return [CardAction.Execute(send, CardAction.Form), CardAction.Execute(new(leave.ToChoice(), BotText.Say("Teams.Cancel").In(tongue)))];
    }
}
