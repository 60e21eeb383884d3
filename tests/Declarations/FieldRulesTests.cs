using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;

namespace ChatSupport.Tests.Declarations;

public sealed class FieldRulesTests
{
    [Fact]
    public void A_complete_declaration_is_taken()
    {
        var reading = Given.Complete.Read();

        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Equal("VM injoignables en fr1", reading.Declaration!.Title);
    }

    [Theory]
    [InlineData("title", "  VM en panne \n", "VM en panne")]
    [InlineData("title", "ligne une\nligne deux", "ligne une ligne deux")]
    [InlineData("description", "première ligne\r\nseconde ligne\rtroisième", "première ligne\nseconde ligne\ntroisième")]
    [InlineData("clientRef", "CHG 42/7", "CHG 42/7")]
    [InlineData("service", "Block-Storage", "block-storage")]
    [InlineData("region", "TOUTES", "all")]
    [InlineData("tenantId", "7F3A0C1E5B9D4E2F8A6B1C0D9E8F7A6B", Given.Tenant)]
    [InlineData("tenantId", "7f3a0c1e-5b9d-4e2f-8a6b-1c0d9e8f7a6b", Given.Tenant)]
    [InlineData("startedAt", "2026-12-24T17:20", "2026-12-24T16:20:00Z")]
    [InlineData("startedAt", "2026-12-24 17:20", "2026-12-24T16:20:00Z")]
    [InlineData("startedAt", "24/12/2026 17:20", "2026-12-24T16:20:00Z")]
    [InlineData("startedAt", "2026-12-24T17:20:30+02:00", "2026-12-24T15:20:30Z")]
    [InlineData("startedAt", "2026-12-24T16:20Z", "2026-12-24T16:20:00Z")]
    [InlineData("startedAt", "2026-12-24T16:20:00.250z", "2026-12-24T16:20:00.25Z")]
    [InlineData("startedAt", "2026-12-24T17:35", "2026-12-24T16:35:00Z")]
    [InlineData("callbackPhone", "06 12 00 02 01", "+33612000201")]
    [InlineData("callbackPhone", "06.12.00.02.01", "+33612000201")]
    [InlineData("callbackPhone", "+33 (0)6 12 00 02 01", "+33612000201")]
    [InlineData("callbackPhone", "+442079460000", "+442079460000")]
    [InlineData("requestedPriority", "p2", "P2")]
    [InlineData("requestedPriority", "Critique", "P1")]
    [InlineData("scopeAttestation", "Oui", "true")]
    [InlineData("inviteConsent", "non", "false")]
    public void An_answer_is_kept_in_one_form(string key, string answer, string kept)
    {
        var reading = Given.Complete.With(key, answer).Read();

        Assert.Empty(reading.Errors);
        Assert.Equal(kept, reading.Declaration!.Text(key));
    }

    [Theory]
    [InlineData("title", "VM 1", "TooShort")]
    [InlineData("description", "19 caractères ici !", "TooShort")]
    [InlineData("businessImpact", "9 signes.", "TooShort")]
    [InlineData("actionsTried", "9 signes.", "TooShort")]
    [InlineData("clientRef", "CHG[42", "Forbidden")]
    [InlineData("clientRef", "CHG]42", "Forbidden")]
    [InlineData("service", "kubernetes", "NotAChoice")]
    [InlineData("service", "stockage", "NotAChoice")]
    [InlineData("region", "fr3", "NotAChoice")]
    [InlineData("usersAffected", "?", "NotAChoice")]
    [InlineData("tenantId", "7f3a0c1e", "NotATenant")]
    [InlineData("tenantId", "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a", "NotYourTenant")]
    [InlineData("startedAt", "hier soir", "NotADate")]
    [InlineData("startedAt", "2026-02-30T10:00", "NotADate")]
    [InlineData("startedAt", "9999-12-31T23:59:59-18:00", "NotADate")]
    [InlineData("startedAt", "2026-12-24T17:36", "InTheFuture")]
    [InlineData("callbackPhone", "12", "NotAPhone")]
    [InlineData("callbackPhone", "rappelez-moi", "NotAPhone")]
    [InlineData("requestedPriority", "P0", "NotAChoice")]
    [InlineData("scopeAttestation", "false", "NotAttested")]
    public void A_wrong_answer_is_refused_with_what_to_write_instead(string key, string answer, string entry)
    {
        var reading = Given.Complete.With(key, answer).Read();

        var (wrong, sentence) = Assert.Single(reading.Errors);
        Assert.Null(reading.Declaration);
        Assert.Equal((key, $"Answers.{entry}"), (wrong, sentence.Key));
        foreach (var tongue in Tongues.All)
            Assert.DoesNotContain('{', sentence.In(tongue));
    }

    [Fact]
    public void A_longest_answer_is_counted_in_scalar_values()
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["title"] = 200,
            ["clientRef"] = 64,
            ["description"] = 20_000,
            ["evidence"] = 20_000,
            ["businessImpact"] = 5_000,
        };
        foreach (var (key, longest) in texts)
        {
            var emoji = string.Concat(Enumerable.Repeat("🔥", longest));
            Assert.Empty(Given.Complete.With(key, emoji).Read().Errors);
            Assert.Equal("Answers.TooLong", Given.Complete.With(key, emoji + "🔥").Read().Errors[key].Key);
            Assert.Equal(longest, IncidentForm.Form.Find(key)!.MaxLength);
        }
    }

    [Fact]
    public void Every_text_has_a_maximum()
    {
        var endless = new string('x', 2_000_000);

        foreach (var field in IncidentForm.Form.Fields)
            Assert.Equal("Answers.TooLong", Given.Complete.With(field.Key, endless).Read().Errors[field.Key].Key);
    }

    [Fact]
    public void Another_client_s_tenant_reads_like_one_that_does_not_exist()
    {
        var theirs = Given.Complete.With("tenantId", "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a").Read().Errors["tenantId"];
        var nobodys = Given.Complete.With("tenantId", "00000000000000000000000000000000").Read().Errors["tenantId"];

        Assert.Equal(theirs.In(Tongue.French), nobodys.In(Tongue.French));
        Assert.Equal(theirs.In(Tongue.English), nobodys.In(Tongue.English));
    }

    [Fact]
    public void A_tenant_that_the_directory_writes_as_a_uuid_is_recognised()
    {
        var context = Given.Business with { Tenants = ["7F3A0C1E-5B9D-4E2F-8A6B-1C0D9E8F7A6B"] };

        Assert.Equal(Given.Tenant, Given.Complete.Read(context).Declaration!.TenantId);
    }

    [Fact]
    public void An_incident_of_more_than_thirty_days_is_taken_with_a_warning()
    {
        var reading = Given.Complete.With("startedAt", "2026-11-24T17:29").Read();

        Assert.NotNull(reading.Declaration);
        Assert.Equal("Answers.LongAgo", reading.Warnings["startedAt"].Key);
        Assert.Contains("mardi 24 novembre 2026", reading.Warnings["startedAt"].In(Tongue.French), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_choice_lists_the_labels_in_the_reader_s_language()
    {
        var error = Given.Complete.With("environment", "lune").Read().Errors["environment"];

        Assert.Contains("Production, Pré-production ou Dev-test", error.In(Tongue.French), StringComparison.Ordinal);
        Assert.Contains("Production, Pre-production or Dev-test", error.In(Tongue.English), StringComparison.Ordinal);
    }
}
