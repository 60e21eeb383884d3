using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>
/// An answer to one question in people's own words: what a recogniser finds in it, and the short ones that only mean something because
/// the question was asked.
/// </summary>
internal static class SpokenAnswer
{
    private static readonly Dictionary<string, Phrases> Short = new(StringComparer.Ordinal)
    {
        ["service"] = new(
            ("identity", "login|logins|connexion|token|tokens"),
            ("network", "ip|ips"),
            ("other", "don't know|i don't know|not sure|no idea|je ne sais pas|aucune idée")),
        ["region"] = new(
            ("fr1", "1|first|the first|première|la première"),
            ("fr2", "2|second|the second|deuxième|seconde|la deuxième"),
            ("all", "all|both|everywhere|toutes|tous|les deux|partout")),
        ["serviceInterrupted"] = new(
            ("interrupted", "yes|totally|completely|fully|oui|totalement|complètement"),
            ("degraded", "partially|partly|en partie|partiellement"),
            ("no", "not at all|pas du tout")),
        ["environment"] = new(("development", "test|tests|testing"), ("preproduction", "uat")),
        ["usersAffected"] = new(
            ("all", "all|all of them|tous|toutes"),
            ("some", "some|several|half|certains|certaines|quelques-uns|plusieurs|la moitié"),
            ("one", "me|just me|only me|moi|moi seul|une personne"),
            ("none", "nobody|none|no one|personne|aucun")),
        ["workaround"] = new(
            ("yes", "yep|yeah|oui oui"),
            ("no", "none|nope|not at all|aucun|pas du tout"),
            ("unknown", "don't know|i don't know|not sure|no idea|je ne sais pas|aucune idée|pas à notre connaissance")),
        ["requestedPriority"] = new(("P1", "1|critical|critique"), ("P2", "2|major|majeure|majeur"), ("P3", "3|standard|minor|mineure|mineur")),
        ["reproducible"] = new(("always", "every time|à chaque fois|systématiquement"), ("untested", "not tried|pas testé|pas essayé")),
        ["scopeAttestation"] = new(("true", "ok|i confirm|i attest|yes i attest|d'accord|je confirme|j'atteste|je l'atteste|oui j'atteste")),
        ["inviteConsent"] = new(("true", "ok|d'accord")),
    };

    public static string? To(string field, Utterance said, Instant now, DateTimeZone zone) => InASentence(field, said, now, zone) ?? InShort(field, said);

    private static string? InASentence(string field, Utterance said, Instant now, DateTimeZone zone) => field switch
    {
        "service" => Service.In(said),
        "region" => Region.In(said),
        "serviceInterrupted" => Interruption.In(said),
        "environment" => Environment.In(said),
        "usersAffected" => UsersAffected.In(said),
        "workaround" => Workaround.In(said),
        "requestedPriority" => AskedPriority.In(said),
        "callbackPhone" => PhoneNumber.In(said),
        "clientRef" => ClientReference.In(said),
        "startedAt" => When.In(said.Text, now, zone) is { } at ? InstantPattern.ExtendedIso.Format(at) : null,
        _ => null,
    };

    /// <summary>Nothing else may be said beside it: « d’accord » is a yes, « pas d’accord » is not.</summary>
    private static string? InShort(string field, Utterance said) =>
        Short.TryGetValue(field, out var phrases) && phrases.At(said, 0) is { } found && found.Length == said.Words.Length ? found.Key : null;
}
