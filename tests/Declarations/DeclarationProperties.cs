using System.Text.Json;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using CsCheck;

namespace ChatSupport.Tests.Declarations;

public sealed class DeclarationProperties
{
    private static readonly string[] Keys = [.. IncidentForm.Form.Fields.Select(field => field.Key)];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char['\u0000', '\uFFFF'], 0, 40],
        Gen.OneOf(
            "P1", "compute", "Réseau", "oui", "true", "yes", "interrupted", "production", Given.Tenant, Given.Resource, "2026-12-24T17:20", "2026-12-24T17:20:00+01:00",
            "+33612000201", "06 12 00 02 01", "password: x", "mot de passe = Azerty1", "Une description tout à fait suffisante.", "a\r\nb\u0301\te", "", " "),
        Gen.Select(Gen.Const("Un texte assez long pour être une réponse "), Gen.String).Select((start, end) => start + end));

    private static readonly Gen<FieldAnswer> Answer = Gen.Frequency(
        (8, Text.Select(FieldAnswer.Of)),
        (2, Text.Array[0, 4].Select(texts => FieldAnswer.Of(texts))),
        (1, Gen.Const<FieldAnswer>(new FieldAnswer.WrongKind())));

    private static readonly Gen<Dictionary<string, FieldAnswer>> Answers =
        Gen.Select(Gen.Bool, Gen.Select(Gen.Frequency((9, Gen.OneOf(Keys)), (1, Text)), Answer).Array[0, 12]).Select((complete, said) =>
        {
            var answers = complete ? Given.Complete : new Dictionary<string, FieldAnswer>(StringComparer.Ordinal);
            foreach (var (key, answer) in said)
                answers[key] = answer;
            return answers;
        });

    private static readonly Gen<DeclarationContext> Context = Gen.Select(Gen.Enum<Plan>(), Gen.Enum<Channel>())
        .Select((plan, channel) => Given.Business with { Plan = plan, Channel = channel });

    [Fact]
    public void No_answer_makes_it_throw_and_every_error_can_be_said() => Gen.Select(Answers, Context).Sample((answers, context) =>
    {
        var reading = answers.Read(context);
        foreach (var sentence in reading.Errors.Values.Concat(reading.Warnings.Values))
            Assert.All(Tongues.All, tongue => Assert.NotEmpty(sentence.In(tongue)));
        Assert.Equal(reading.Errors.Count == 0, reading.Declaration is not null);
    });

    [Fact]
    public void Reading_a_declaration_again_changes_nothing() => Gen.Select(Answers, Context).Sample((answers, context) =>
    {
        var first = answers.Read(context);
        var again = IncidentForm.Form.Read(first.SoFar.Answers, context);

        Assert.Equal(first.SoFar, again.SoFar);
        Assert.Equal(first.SoFar, IncidentForm.Form.ReadAgain(first.SoFar.Answers, context).SoFar);
        Assert.All(again.Errors.Values, error => Assert.Equal("Answers.Missing", error.Key));
    });

    [Fact]
    public void A_text_is_kept_composed_trimmed_and_with_plain_line_ends_whatever_it_consists_of() =>
        Gen.OneOf(Text, Gen.String[Gen.Char['\u0009', '\u0370'], 0, 12], Gen.String[Gen.OneOf(Gen.Const('e'), Gen.Const('\r'), Gen.Const('\n'), Gen.Char['\u02FE', '\u0308']), 0, 6]).Sample(text =>
        {
            if (PlainText.Clean(text) is { } clean)
                Assert.Equal(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize().Trim(), clean);
        }, iter: 5_000);

    [Fact]
    public void The_order_of_the_answers_does_not_matter() => Gen.Select(Answers, Context).Sample((answers, context) =>
    {
        var reversed = new Dictionary<string, FieldAnswer>(answers.Reverse(), StringComparer.Ordinal);
        var (one, other) = (answers.Read(context), reversed.Read(context));

        Assert.Equal(one.SoFar, other.SoFar);
        Assert.Equal(one.Errors.ToDictionary(e => e.Key, e => e.Value.Key), other.Errors.ToDictionary(e => e.Key, e => e.Value.Key));
        Assert.Equal(one.Missing, other.Missing);
    });

    [Fact]
    public void What_was_read_survives_the_store() => Gen.Select(Answers, Context).Sample((answers, context) =>
    {
        var declaration = answers.Read(context).SoFar;

        Assert.Equal(declaration, JsonSerializer.Deserialize<Declaration>(JsonSerializer.Serialize(declaration)));
    });
}
