using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;

namespace ChatSupport.Tests.Declarations;

public sealed class IncidentFormTests
{
    public static TheoryData<string> Keys => [.. IncidentForm.Form.Fields.Select(one => one.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_field_speaks_both_languages(string key)
    {
        var field = IncidentForm.Form.Find(key)!;

        Sentence[] sentences = [field.Label, field.Help, .. field.ChoicesFor(Plan.Premium).Select(choice => choice.Label)];
        foreach (var sentence in sentences)
        {
            foreach (var tongue in Tongues.All)
                Assert.NotEmpty(sentence.In(tongue));
        }

        Assert.NotEqual(field.Help.In(Tongue.French), field.Help.In(Tongue.English));
        Assert.Equal(field.Kind is FieldKind.Choice or FieldKind.Consent, field.ChoicesFor(Plan.Premium).Count > 0);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_choice_is_understood_by_its_key_and_by_its_label_in_any_case_without_accents(string key)
    {
        foreach (var choice in IncidentForm.Form.Find(key)!.ChoicesFor(Plan.Premium).Where(choice => choice.Key != "false" || key != "scopeAttestation"))
        {
            string[] ways = [choice.Key, choice.Label.In(Tongue.French), choice.Label.In(Tongue.English)];
            foreach (var way in ways.SelectMany(way => new[] { way, way.ToUpperInvariant(), WithoutAccents(way) }))
                Assert.Equal(choice.Key, Given.Complete.With(key, way).Read().SoFar.Text(key));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_field_is_found_by_its_label(string key)
    {
        var field = IncidentForm.Form.Find(key)!;

        Assert.Same(field, IncidentForm.Form.FindByLabel(field.Label.In(Tongue.French)));
        Assert.Same(field, IncidentForm.Form.FindByLabel(WithoutAccents(field.Label.In(Tongue.English)).ToUpperInvariant()));
    }

    [Theory]
    [InlineData("societe", "companyName")]
    [InlineData("Tenant", "tenantId")]
    [InlineData("SERVICE INTERROMPU", "serviceInterrupted")]
    [InlineData("Actions déjà réalisées", "actionsTried")]
    [InlineData("Date/heure de début constatée ", "startedAt")]
    public void A_label_may_lack_its_accents_or_its_remark(string label, string key) =>
        Assert.Equal(key, IncidentForm.Form.FindByLabel(label)?.Key);

    [Fact]
    public void What_is_no_label_finds_nothing()
    {
        Assert.Null(IncidentForm.Form.FindByLabel("Cordialement"));
        Assert.Null(IncidentForm.Form.FindByLabel(""));
        Assert.Null(IncidentForm.Form.FindByLabel("\uD83D"));
        Assert.Null(IncidentForm.Form.Find("Title"));
    }

    [Fact]
    public void The_words_of_the_catalogue_s_table_are_understood()
    {
        (string Key, string Word, string Choice)[] words =
        [
            ("usersAffected", "tous", "all"), ("usersAffected", "partie", "some"), ("usersAffected", "un", "one"), ("usersAffected", "aucun", "none"),
            ("region", "toutes", "all"), ("environment", "dev-test", "development"), ("environment", "pre-production", "preproduction"),
            ("service", "Nova", "compute"), ("service", "reseau", "network"), ("service", "Stockage objet", "object-storage"), ("service", "Espace personnel", "portal"),
            ("serviceInterrupted", "dégradé", "degraded"), ("workaround", "inconnu", "unknown"), ("reproducible", "non", "no"), ("reproducible", "non testé", "untested"),
        ];
        foreach (var (key, word, choice) in words)
            Assert.Equal(choice, Given.Complete.With(key, word).Read().SoFar.Text(key));
    }

    [Fact]
    public void The_portal_does_not_ask_what_it_knows()
    {
        var asked = IncidentForm.Form.AskedOn(Channel.Portal).Select(field => field.Key).ToArray();

        Assert.Equal("title", asked[0]);
        Assert.DoesNotContain("companyName", asked);
        Assert.Contains("clientRef", asked);
    }

    [Fact]
    public void The_e_mail_template_asks_for_every_field()
    {
        Assert.Equal(IncidentForm.Form.Fields, IncidentForm.Form.AskedOn(Channel.Mail));
    }

    [Theory]
    [InlineData("tittle", "title")]
    [InlineData("Title", "title")]
    [InlineData("tenant_id", "tenantId")]
    [InlineData("priority", "requestedPriority")]
    [InlineData("resources", "resourceIds")]
    [InlineData("bussinessImpact", "businessImpact")]
    public void An_unknown_key_is_an_error_that_says_what_was_meant(string key, string meant)
    {
        var error = Given.Complete.With(key, "x").Read().Errors[key];

        Assert.Equal("Answers.UnknownButNear", error.Key);
        Assert.Contains($"“{meant}”", error.In(Tongue.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("")]
    [InlineData("\uD800")]
    public void A_key_that_resembles_none_is_answered_with_all_of_them(string key)
    {
        var error = Given.Complete.With(key, "x").Read().Errors[key];

        Assert.Equal("Answers.Unknown", error.Key);
        Assert.Contains("title, description, service", error.In(Tongue.English), StringComparison.Ordinal);
    }

    private static string WithoutAccents(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark));
}
