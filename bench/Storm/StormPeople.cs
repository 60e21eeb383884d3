using System.Globalization;
using System.Text;

namespace ChatSupport.Bench.Storm;

/// <summary>Thousands of companies with five named contacts each, under BUSINESS.</summary>
internal sealed record StormPeople(int Clients)
{
    public const int ContactsEach = 5;

    public int Contacts => Clients * ContactsEach;

    public static string Client(int contact) => Number("client", contact / ContactsEach);

    public static string Contact(int contact) => Number("contact", contact);

    public static string Tenant(int contact) => (contact / ContactsEach).ToString("x32", CultureInfo.InvariantCulture);

    public string Directory()
    {
        var text = new StringBuilder("clients:\n");
        for (var client = 0; client < Clients; client++)
        {
            var first = client * ContactsEach;
            text.Append(CultureInfo.InvariantCulture, $"  - id: {Client(first)}\n    name: Company {client}\n    plan: BUSINESS\n    tenants: [{Tenant(first)}]\n    contacts:\n");
            for (var contact = first; contact < first + ContactsEach; contact++)
                text.Append(CultureInfo.InvariantCulture, $"      - {{ id: {Contact(contact)}, name: {{ first: Ada, last: N{contact} }}, email: c{contact}@storm.example }}\n");
        }
        return text.Append(
            """
            desk:
              engineers:
                - { id: nadia.benali, name: { first: Nadia, last: Benali }, role: engineer, email: nadia@desk.example }
                - { id: sylvie.roux, name: { first: Sylvie, last: Roux }, role: supervisor, email: sylvie@desk.example }
            onCall:
              rotation: [nadia.benali]
              since: 2026-11-02
            """).ToString();
    }

    /// <summary>The body of a complete declaration of a P1.</summary>
    public static object Declaration(int contact, string startedAt) => new
    {
        client = Client(contact),
        contact = Contact(contact),
        title = "Toutes les instances de fr1 sont injoignables",
        description = "Depuis ce matin aucune instance ne répond ; nous attendions un accès SSH normal.",
        service = "compute",
        region = "fr1",
        tenantId = Tenant(contact),
        resourceIds = new[] { "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b" },
        startedAt,
        serviceInterrupted = "interrupted",
        environment = "production",
        businessImpact = "La préparation des commandes est arrêtée.",
        usersAffected = "all",
        workaround = "no",
        requestedPriority = "P1",
        reason = "Production arrêtée, aucun contournement.",
        actionsTried = "Redémarrage par l'API, contrôle des groupes de sécurité.",
        callbackPhone = "+33612000201",
        scopeAttestation = true,
    };

    private static string Number(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what}-{number}");
}
