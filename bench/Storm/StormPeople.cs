using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChatSupport.Bench.Doors;

namespace ChatSupport.Bench.Storm;

/// <summary>
/// Thousands of companies with five named contacts each, under BUSINESS; a quarter of the contacts are in Slack and a quarter in Teams. Whatever is
/// shown of one of them has their number in it, so that it can be told from what is another's.
/// </summary>
internal sealed partial record StormPeople(int Clients)
{
    public const int ContactsEach = 5;
    public const int Doors = 4;
    public const string SlackDesk = "C0DESK";
    public const string TeamsDesk = "19:desk@thread.tacv2";

    public int Contacts => Clients * ContactsEach;

    public static string Client(int contact) => Number("client-", contact / ContactsEach);

    public static string Contact(int contact) => Number("contact-", contact);

    public static string Tenant(int contact) => (contact / ContactsEach).ToString("x32", CultureInfo.InvariantCulture);

    public static string Workspace(int contact) => Number("T", contact / ContactsEach);

    public static string SlackUser(int contact) => Number("U", contact);

    public static string TeamsTenant(int contact) => new Guid(contact / ContactsEach, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0).ToString();

    public static string TeamsUser(int contact) => new Guid(contact, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0).ToString();

    public static string TeamsChat(int contact) => Number("a:", contact);

    /// <returns>Whose a place in a chat is: a direct message, a modal, a personal chat; null for the desk's.</returns>
    public static int? OwnerOf(string place) =>
        Place.Match(place) is { Success: true } match ? int.Parse(match.Groups["contact"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <returns>Whose address this is.</returns>
    public static int ContactIn(string address) => int.Parse(Name.Match(address).Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>Whether somebody is shown another client's name or person.</summary>
    public static bool NamesAnother(int contact, string shown) => Name.Matches(shown).Any(match =>
        int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) / (match.Groups["kind"].Value == "contact" ? ContactsEach : 1) != contact / ContactsEach);

    public string Directory()
    {
        var text = new StringBuilder("clients:\n");
        for (var client = 0; client < Clients; client++)
        {
            var first = client * ContactsEach;
            text.Append(CultureInfo.InvariantCulture, $"  - id: {Client(first)}\n    name: Company {Client(first)}\n    plan: BUSINESS\n    tenants: [{Tenant(first)}]\n");
            text.Append(CultureInfo.InvariantCulture, $"    slack: {{ workspaces: [{Workspace(first)}] }}\n    teams: {{ tenants: [{TeamsTenant(first)}] }}\n    contacts:\n");
            for (var contact = first; contact < first + ContactsEach; contact++)
                text.Append(CultureInfo.InvariantCulture, $"      - {{ id: {Contact(contact)}, name: {{ first: Ada, last: {Contact(contact)} }}, email: {StormMail.Address(contact)}{Chat(contact)} }}\n");
        }
        return text.Append(CultureInfo.InvariantCulture,
            $$"""
            desk:
              slack: { workspace: T0DESK, channel: {{SlackDesk}} }
              teams: { tenant: {{TeamsActivities.Tenant}}, team: desk-team, channel: "{{TeamsDesk}}" }
              mail: { address: support@desk.example, name: Support }
              engineers:
                - { id: nadia.benali, name: { first: Nadia, last: Benali }, role: engineer, email: nadia@desk.example }
                - { id: sylvie.roux, name: { first: Sylvie, last: Roux }, role: supervisor, email: sylvie@desk.example }
            onCall:
              rotation: [nadia.benali]
              since: 2026-11-02
            """).ToString();
    }

    /// <summary>What everybody answers to the questions that all doors ask alike, as text.</summary>
    public static IReadOnlyDictionary<string, string> Answers { get; } = new Dictionary<string, string>
    {
        ["title"] = "Toutes les instances de fr1 sont injoignables",
        ["description"] = "Depuis ce matin aucune instance ne répond ; nous attendions un accès SSH normal.",
        ["service"] = "compute",
        ["region"] = "fr1",
        ["resourceIds"] = "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b",
        ["serviceInterrupted"] = "interrupted",
        ["environment"] = "production",
        ["businessImpact"] = "La préparation des commandes est arrêtée.",
        ["usersAffected"] = "all",
        ["workaround"] = "no",
        ["requestedPriority"] = "P1",
        ["reason"] = "Production arrêtée, aucun contournement.",
        ["actionsTried"] = "Redémarrage par l'API, contrôle des groupes de sécurité.",
        ["callbackPhone"] = "+33612000201",
        ["scopeAttestation"] = "true",
    };

    /// <summary>The body of a complete declaration of a P1.</summary>
    public static IReadOnlyDictionary<string, object> Declaration(int contact, string startedAt) => new Dictionary<string, object>(
        Answers.Select(answer => KeyValuePair.Create(answer.Key, (object)answer.Value)))
    {
        ["client"] = Client(contact),
        ["contact"] = Contact(contact),
        ["tenantId"] = Tenant(contact),
        ["startedAt"] = startedAt,
        ["resourceIds"] = new[] { Answers["resourceIds"] },
        ["scopeAttestation"] = true,
    };

    private static string Chat(int contact) => (contact % Doors) switch
    {
        0 => $", slack: {{ workspace: {Workspace(contact)}, user: {SlackUser(contact)} }}",
        1 => $", teams: {{ tenant: {TeamsTenant(contact)}, user: {TeamsUser(contact)} }}",
        _ => "",
    };

    private static string Number(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what}{number}");

    [GeneratedRegex(@"^(?:[DUV]|a:)?(?<contact>\d+)(?:\.\d+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place { get; }

    [GeneratedRegex(@"(?<kind>client|contact)-(?<number>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name { get; }
}
