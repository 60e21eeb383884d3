using System.Text.Json;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using CsCheck;

namespace ChatSupport.Tests.Teams;

/// <summary>Whatever people type, every card is one that Teams shows.</summary>
public sealed class CardPropertyTests
{
    private static readonly string[] Pieces =
        ["a", "é", "\n", " ", "\"", "\\", "*", "[x](http://evil.example)", "<at>all</at>", "{{DATE(2026-01-01T00:00:00Z,SHORT)}}", "😀", "漢", "\u202e", "&amp;", "`", "#", "\t"];

    private static readonly Gen<string> Typed = Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[1, 30], Gen.Int[1, 700]).Select((pieces, times) => string.Concat(Enumerable.Repeat(string.Concat(pieces), times)));

    [Fact]
    public async Task A_ticket_s_card_fits_whatever_was_declared()
    {
        await using var desk = await BareDesk.At("2026-11-23T10:00:00+01:00");
        var ticket = await desk.Declares("claire.morel");
        Gen.Select(Typed, Typed).Sample((description, impact) =>
        {
            var answers = ticket.Declaration.Answers.ToDictionary(StringComparer.Ordinal);
            answers["description"] = FieldAnswer.Of(description);
            answers["businessImpact"] = FieldAnswer.Of(impact);
            answers["clientRef"] = FieldAnswer.Of(impact[..Math.Min(64, impact.Length)]);
            answers["title"] = FieldAnswer.Of(description[..Math.Min(200, description.Length)]);
            var told = ticket with { Declaration = new Declaration(answers) };
            foreach (var (reader, side) in new[] { ("nadia.benali", Side.Desk), ("claire.morel", Side.Client) })
            {
                var hearer = new Hearer(Cast.Directory.Person(reader)!, Tongue.French, WallClock.OfTheDesk);
                var card = TicketCardModel.Of(told, Cast.Directory.Person(reader)!, Cast.Directory, desk.Now, Tongue.French);
                var view = new TicketView(told.Reference, TicketBody.Fallback(card), longest => [.. TicketBody.Of(told, card, side, hearer, longest)], card.Actions, [.. Enumerable.Range(0, 70).Select(at => $"29:{at:D93}")]);
                Shows(view.ToCard(Tongue.French, new Reply.Notice(Tone.Attention, impact)));
            }
        }, iter: 60);
    }

    [Fact]
    public void Replies_fit_whatever_they_quote() => Gen.Select(Typed, Typed, Gen.Int[0, 40]).Sample((words, label, choices) => Shows(ReplyCard.Of(
        [new Reply.Notice(Tone.Good, words), new Reply.Choices(words, [.. Enumerable.Range(0, choices).Select(at => new Bot.Dialogs.Choice($"show:INC-{at:000000}", label))])],
        new Dictionary<string, TicketView>(), Tongue.English)), iter: 60);

    [Fact]
    public void A_form_fits_and_loses_nothing_that_is_wrong() => Gen.Select(Typed, Typed, Typed).Sample((one, other, wrong) =>
    {
        var fields = new[] { "description", "businessImpact", "evidence", "actionsTried" }.Select(key => new FormField(key, FieldKind.LongText, key, "help", Mandatory: true, 20_000, [])).ToList();
        var answers = new Dictionary<string, FieldAnswer>
        {
            ["description"] = FieldAnswer.Of(one),
            ["businessImpact"] = FieldAnswer.Of(other),
            ["evidence"] = FieldAnswer.Of(one + other),
            ["actionsTried"] = FieldAnswer.Of(wrong),
        };
        var card = FormCard.Of(new Reply.Form("form:1", "Déclarer", fields, answers, new Dictionary<string, string> { ["actionsTried"] = "Trop court." }), Tongue.French, inWindow: false);
        Shows(card);
        Assert.Contains("actionsTried", new TeamsCard(Json(card)).Inputs);
    }, iter: 60);

    private static void Shows(AdaptiveCard card) => Assert.Empty(CardRules.Violations(Json(card)));

    private static JsonElement Json(AdaptiveCard card) => JsonElement.Parse(card.ToJson().ToJsonString(AdaptiveCard.Writing));
}
