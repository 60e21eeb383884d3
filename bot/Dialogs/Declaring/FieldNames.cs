using ChatSupport.Bot.Dialogs.Recognise;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>How people call a field when they want to correct it: « la région », "the start time".</summary>
internal static class FieldNames
{
    private static readonly Phrases Known = new(
        ("title", "title|subject|titre|objet"),
        ("description", "description|details|détails|détail"),
        ("service", "service|service concerné|service concerned"),
        ("region", "region|région"),
        ("tenantId", "tenant|tenant id"),
        ("startedAt", "start|start time|start date|time|date|when|beginning|début|heure|date de début|heure de début|le début"),
        ("serviceInterrupted", "interruption|interrupted|degraded|service interrupted|interrompu|dégradé|service interrompu"),
        ("environment", "environment|environnement|env"),
        ("businessImpact", "impact|business impact|impact métier"),
        ("usersAffected", "users|users affected|affected users|utilisateurs|utilisateurs touchés"),
        ("workaround", "workaround|contournement"),
        ("workaroundDetails", "workaround details|details of the workaround|détails du contournement|description du contournement"),
        ("requestedPriority", "priority|requested priority|priorité|priorité demandée"),
        ("reason", "reason|justification|raison"),
        ("resourceIds", "resources|resource ids|resource identifiers|identifiers|uuid|uuids|ressources|identifiants|identifiants des ressources"),
        ("actionsTried", "actions|actions tried|what i tried|actions tentées|actions réalisées|actions déjà réalisées"),
        ("callbackPhone", "phone|phone number|callback|callback number|number|téléphone|numéro|numéro de téléphone|rappel|numéro de rappel"),
        ("clientRef", """
            reference|our reference|client reference|our ticket number
            référence|notre référence|référence client|notre numéro de ticket
            """),
        ("evidence", "evidence|logs|errors|error messages|messages|erreurs|messages d'erreur"),
        ("reproducible", "reproducible|reproductible"),
        ("recentChange", "recent change|changement récent|changement"),
        ("inviteConsent", "invitation|consent|accord"),
        ("scopeAttestation", "attestation|scope|périmètre"));

    private static readonly Phrases Little = new(("", "the|my|our|la|le|les|l|ma|mon|mes|notre|nos"));
    private static readonly Phrases Becomes = new(("", "to|into|is|as|en|à|par|est"));

    /// <summary>The field that is named, and the new answer when it is given at once: « la région : fr2 », "the priority to P2".</summary>
    public static (string Key, string Answer)? In(Utterance said)
    {
        var at = Little.At(said, 0) is { } little ? little.Length : 0;
        if (Known.At(said, at) is not { } field)
            return null;
        var end = at + field.Length;
        return (field.Key, said.After(end + (Becomes.At(said, end)?.Length ?? 0)));
    }
}
