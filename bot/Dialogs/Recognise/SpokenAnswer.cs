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
        ["service"] = new(("identity", "login|logins|connexion|token|tokens"), ("network", "ip"), ("other", "je ne sais pas|don't know|not sure|aucune idée|no idea")),
        ["region"] = new(("fr1", "1|première|first"), ("fr2", "2|deuxième|seconde|second"), ("all", "toutes|tous|all|both|les deux|partout|everywhere")),
        ["serviceInterrupted"] = new(("interrupted", "oui|yes|totalement|complètement|completely|totally|fully"), ("degraded", "en partie|partiellement|partially|partly"), ("no", "pas du tout|not at all")),
        ["environment"] = new(("development", "test|tests|testing"), ("preproduction", "uat")),
        ["usersAffected"] = new(("all", "tous|toutes|all"), ("some", "certains|certaines|quelques uns|plusieurs|some|several|half|la moitié"), ("one", "moi|me|just me|only me|une personne"), ("none", "personne|aucun|nobody|none|no one")),
        ["workaround"] = new(("no", "aucun|none|nope|pas du tout"), ("yes", "yep|yeah|oui oui"), ("unknown", "je ne sais pas|sais pas|aucune idée|don't know|not sure|no idea|pas à notre connaissance")),
        ["requestedPriority"] = new(("P1", "1|critique|critical"), ("P2", "2|majeure|majeur|major"), ("P3", "3|standard|mineure|mineur|minor")),
        ["reproducible"] = new(("always", "à chaque fois|every time|systématiquement"), ("untested", "pas testé|pas essayé|not tried")),
        ["scopeAttestation"] = new(("true", "ok|d'accord|j'atteste|je l'atteste|je confirme|i confirm|i attest|confirmed|sure")),
        ["inviteConsent"] = new(("true", "ok|d'accord|yes|oui")),
    };

    public static string? To(string field, Utterance said, Instant now) => InASentence(field, said, now) ?? InShort(field, said);

    private static string? InASentence(string field, Utterance said, Instant now) => field switch
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
        "startedAt" => When.In(said.Text, now) is { } at ? InstantPattern.ExtendedIso.Format(at) : null,
        _ => null,
    };

    private static string? InShort(string field, Utterance said) =>
        Short.TryGetValue(field, out var phrases) && phrases.KeysIn(said) is [var only] ? only : null;
}
