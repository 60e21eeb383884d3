namespace ChatSupport.Tests.Driver;

/// <summary>A complete declaration of a P1 by one of the cast; a story says only what is different.</summary>
public static class SampleDeclaration
{
    private static readonly Dictionary<string, (string Client, string Tenant)> Companies = new()
    {
        ["claire.morel"] = ("borealis", "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b"),
        ["yanis.haddad"] = ("borealis", "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b"),
        ["paul.renard"] = ("meridien", "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a"),
        ["lea.martin"] = ("meridien", "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a"),
        ["marc.ancien"] = ("meridien", "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a"),
        ["lou.garin"] = ("nomade", "0c1d2e3f405162738495a6b7c8d9eaf0"),
        ["ines.costa"] = ("studio-kite", "a1b2c3d4e5f60718293a4b5c6d7e8f90"),
    };

    public static Dictionary<string, object?> Of(string contact, params (string Key, object? Value)[] answers)
    {
        var (client, tenant) = Crowd.CompanyOf(contact) ?? Companies[contact];
        var body = new Dictionary<string, object?>
        {
            ["client"] = client,
            ["contact"] = contact,
            ["title"] = "Toutes les instances de fr1 sont injoignables",
            ["description"] = "Depuis ce matin aucune instance ne répond ; nous attendions un accès SSH normal.",
            ["service"] = "compute",
            ["region"] = "fr1",
            ["tenantId"] = tenant,
            ["resourceIds"] = new[] { "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b" },
            ["startedAt"] = "2026-11-23T08:00:00+01:00",
            ["serviceInterrupted"] = "interrupted",
            ["environment"] = "production",
            ["businessImpact"] = "La préparation des commandes est arrêtée.",
            ["usersAffected"] = "all",
            ["workaround"] = "no",
            ["requestedPriority"] = "P1",
            ["reason"] = "Production arrêtée, aucun contournement.",
            ["actionsTried"] = "Redémarrage par l'API, contrôle des groupes de sécurité.",
            ["callbackPhone"] = "+33612000201",
            ["scopeAttestation"] = true,
        };
        foreach (var (key, value) in answers)
            body[key] = value;
        return body;
    }
}
