using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Clock;

namespace ChatSupport.Tests.Dialogs.Recognise;

public sealed class SpokenAnswerTests
{
    [Theory]
    [InlineData("service", "le réseau je crois", "network")]
    [InlineData("service", "je ne sais pas", "other")]
    [InlineData("region", "la deuxième", "fr2")]
    [InlineData("region", "Partout", "all")]
    [InlineData("serviceInterrupted", "oui", "interrupted")]
    [InlineData("serviceInterrupted", "en partie", "degraded")]
    [InlineData("serviceInterrupted", "it is just slow", "degraded")]
    [InlineData("environment", "en prod", "production")]
    [InlineData("environment", "tests", "development")]
    [InlineData("usersAffected", "tous", "all")]
    [InlineData("usersAffected", "just me", "one")]
    [InlineData("usersAffected", "certains de nos clients", "some")]
    [InlineData("workaround", "aucun", "no")]
    [InlineData("workaround", "Not sure", "unknown")]
    [InlineData("requestedPriority", "critique", "P1")]
    [InlineData("requestedPriority", "P2 suffit", "P2")]
    [InlineData("callbackPhone", "au 06 12 34 56 78 merci", "06 12 34 56 78")]
    [InlineData("clientRef", "c'est [CHG-77]", "CHG-77")]
    [InlineData("startedAt", "vers 9h", "2026-11-23T08:00:00Z")]
    [InlineData("scopeAttestation", "d'accord", "true")]
    public void An_answer_in_people_s_own_words(string field, string said, string expected) =>
        Assert.Equal(expected, SpokenAnswer.To(field, Utterance.Of(said), IsoTime.Read("2026-11-23T10:05:00+01:00")!.Value, Paris.Zone));

    [Theory]
    [InlineData("scopeAttestation", "pas d'accord")]
    [InlineData("scopeAttestation", "not ok")]
    [InlineData("scopeAttestation", "je ne confirme pas")]
    [InlineData("workaround", "oui mais non")]
    [InlineData("region", "1 ou 2")]
    [InlineData("usersAffected", "all or some")]
    [InlineData("description", "oui")]
    public void Words_around_it_may_turn_it_round_so_it_is_asked_again(string field, string said) =>
        Assert.Null(SpokenAnswer.To(field, Utterance.Of(said), IsoTime.Read("2026-11-23T10:05:00+01:00")!.Value, Paris.Zone));
}
