using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using CsCheck;

namespace ChatSupport.Tests.Dialogs.Recognise;

public sealed class FactsTests
{
    private static readonly DeclarationContext Context = new(
        Plan.Business, ["4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a"], IsoTime.Read("2026-11-25T10:32:00+01:00")!.Value);

    [Theory]
    [InlineData("our VMs in fr1 are down since 09:40, all of production")]
    [InlineData("nos VM de fr1 sont injoignables depuis 9h40, toute la prod")]
    public void A_whole_message_fills_what_it_says(string message)
    {
        var facts = Facts.In(Utterance.Of(message), Context);
        Assert.True(Facts.SoundLikeAnIncident(facts));
        Assert.Equal(message, Text(facts, "description"));
        Assert.Equal(message, Text(facts, "title"));
        Assert.Equal(("compute", "fr1", "interrupted", "production", "2026-11-25T08:40:00Z"),
            (Text(facts, "service"), Text(facts, "region"), Text(facts, "serviceInterrupted"), Text(facts, "environment"), Text(facts, "startedAt")));
    }

    [Fact]
    public void A_subject_line_with_everything_in_it_is_understood_too()
    {
        var facts = Facts.In(Utterance.Of(
            "[CHG-77] Volumes fr2 très lents depuis hier 18h en préprod, une partie des utilisateurs, pas de contournement. P2. Volume 11111111-2222-3333-4444-555555555555, tél 06 12 34 56 78"), Context);
        Assert.Equal(
            ["CHG-77", "block-storage", "fr2", "degraded", "preproduction", "some", "no", "P2", "+33612345678", "2026-11-24T17:00:00Z"],
            new[] { "clientRef", "service", "region", "serviceInterrupted", "environment", "usersAffected", "workaround", "requestedPriority", "callbackPhone", "startedAt" }
                .Select(key => Text(facts, key)));
        Assert.Equal(["11111111-2222-3333-4444-555555555555"], ((FieldAnswer.Many)facts["resourceIds"]).Texts);
    }

    [Theory]
    [InlineData("bonjour, j'ai une question sur ma facture")]
    [InlineData("thank you very much for your help")]
    [InlineData("INC-12")]
    public void A_word_in_passing_is_no_incident(string message) => Assert.False(Facts.SoundLikeAnIncident(Facts.In(Utterance.Of(message), Context)));

    [Fact]
    public void Whatever_is_said_the_form_takes_every_fact()
    {
        var words = Gen.OneOf("VM", "fr1", "down", "9h40", "06 12 34 56 78", "[AB-1]", "prod", "P1", "😀", "é̂", "\u0000", "\uD800", "tous", "hier", "il y a", "2h", "INC-3", "https://x.y/?a=[1]", "\n");
        Gen.OneOf(Gen.String, words.Array[0, 12].Select(some => string.Join(' ', some))).Sample(said =>
        {
            if (PlainText.Clean(said) is not { } clean)
                return;
            var facts = Facts.In(Utterance.Of(clean), Context);
            var reading = IncidentForm.Form.Read(facts, Context);
            Assert.Equal(facts.Count, reading.SoFar.Answers.Count);
        }, iter: 2000);
    }

    private static string? Text(IReadOnlyDictionary<string, FieldAnswer> facts, string key) => facts.GetValueOrDefault(key) is FieldAnswer.One(var text) ? text : null;
}
