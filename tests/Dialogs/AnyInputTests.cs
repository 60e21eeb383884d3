using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Declarations;
using CsCheck;

namespace ChatSupport.Tests.Dialogs;

public sealed class AnyInputTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    private static readonly string[] Verbs = [.. Enum.GetNames<Bot.Dialogs.Commands.Verb>().Select(verb => verb.ToLowerInvariant())];

    private static readonly Gen<string> Phrase = Gen.OneOf([
        .. Bot.Dialogs.Commands.Grammar.Commands.SelectMany(command => command.Phrases),
        "fr1", "fr2", "oui", "non", "9h40", "hier à 18h", "P1", "P2", "tous", "compute", "INC-1", "1", Stories.Uuid, "06 12 34 56 78", "nos VM de fr1 sont injoignables depuis 9h40, toute la prod",
        "redémarrage par l'API sans effet", "corriger la région : fr2", "corriger l'impact", "[CHG-1] réseau fr2 lent", "moi", "production c'est fait", "\u0000", "\uD800", "", "   ", "é̂😀"]);

    private static readonly Gen<Input> AnyInput = Gen.OneOf(
        Phrase.Select(words => (Input)new Input.Words(words)),
        Gen.Select(Phrase, Phrase).Select((one, other) => (Input)new Input.Words($"{one} {other}")),
        Gen.String[0, 60].Select(words => (Input)new Input.Words(words)),
        Gen.Select(Gen.OneOf(Verbs), Gen.OneOf("", "1", "2", "3", "INC-000001", "INC-000002", "x"), Gen.OneOf("", "1", "2", "5"), Gen.OneOf("", "region", "region:fr1", "usersAffected:all", "kept", "P1", "Production", "Production:standard", "nadia.benali", "INC-000001", "9-9"))
            .Select((verb, subject, version, detail) => (Input)new Input.Chosen($"{verb}:{subject}:{version}:{detail}")),
        Gen.String[0, 30].Select(id => (Input)new Input.Chosen(id)),
        Gen.Select(Gen.OneOf("form:1", "form:2", "form:9", "form", "x"), Gen.OneOf("region", "title", "startedAt", "resourceIds", "nobody's"), Gen.String[0, 20])
            .Select((form, key, answer) => (Input)new Input.Filled(form, new Dictionary<string, FieldAnswer> { [key] = FieldAnswer.Of(answer), ["service"] = FieldAnswer.Of(["a", "\uD800"]) })));

    [Fact]
    public async Task No_input_crashes_a_turn_or_loses_a_draft()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("grace.hill").Declares();
        var conversations = 0;
        await AnyInput.Array[1, 25].SampleAsync(async inputs =>
        {
            var conversation = $"web:any-{Interlocked.Increment(ref conversations)}";
            var paul = new Speaker(desk, "paul.renard", conversation, null);
            await paul.Says("déclarer le réseau de recette est étrange aujourd'hui");
            var before = await StateOf(desk, conversation);
            foreach (var input in inputs)
            {
                Assert.NotEmpty((await paul.Turns(input)).Replies);
                var after = await StateOf(desk, conversation);
                if (before.Draft is { } draft && after.Draft?.Number != draft.Number)
                    Assert.Contains(after.Endings, ending => ending.Number == draft.Number);
                else if (before.Draft is not null && input is not Input.Filled)
                    Assert.Superset(before.Draft.Answers.Keys.ToHashSet(), after.Draft!.Answers.Keys.ToHashSet());
                before = after;
            }
        }, iter: 100, threads: 2);
    }

    [Fact]
    public async Task Nor_do_those_of_engineers()
    {
        await using var desk = await DialogDesk.At(Now);
        for (var i = 0; i < 3; i++)
            await desk.Meets("grace.hill").DeclaresByForm();
        await Gen.Select(Gen.OneOf("nadia.benali", "sylvie.roux"), Gen.OneOf<string?>("INC-000001", null), AnyInput.Array[1, 25]).SampleAsync(async (who, about, inputs) =>
        {
            var engineer = desk.Meets(who, about);
            foreach (var input in inputs)
                Assert.NotEmpty((await engineer.Turns(input)).Replies);
        }, iter: 60, threads: 2);
    }

    [Fact]
    public async Task In_whatever_order_the_answers_come_the_same_ticket_results()
    {
        await using var desk = await DialogDesk.At(Now);
        var answers = Stories.FilledIn().Select(answer => (Key: answer.Key, Text: ((FieldAnswer.One)answer.Value).Text)).ToArray();
        var declared = new List<Declaration>();
        await Gen.Shuffle(answers).SampleAsync(async shuffled =>
        {
            var paul = new Speaker(desk, "paul.renard", $"web:order-{declared.Count}", null);
            await paul.Says("déclarer");
            foreach (var (key, text) in shuffled)
                await paul.ClicksId($"say:1::{key}:{text}");
            await paul.Says("envoyer");
            var reference = Assert.Single(paul.Replies.OfType<Reply.Card>()).Reference;
            declared.Add((await desk.Ticket(reference)).Declaration);
            await desk.Does("nadia.benali", reference, new MarkOutOfScope("Suivant."));
        }, iter: 25, threads: 1);
        Assert.Single(declared.Distinct());
    }

    private static async Task<ConversationState> StateOf(DialogDesk desk, string conversation) => ConversationJson.Read((await desk.Row(conversation))?.State);
}
