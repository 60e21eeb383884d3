namespace ChatSupport.Tests.Faults;

/// <summary>
/// Who takes part in the chaos: the many write and are written to by mail alone, since a chat takes one message a second in each
/// conversation; one company is in Slack, and whoever is woken for it has every way to be.
/// </summary>
internal static class ChaosDirectory
{
    public const string Tenant = "9c1d2e3f-0000-4000-8000-00000000de5c";
    public const string OnCall = "6a9f0b52-0000-4000-8000-00000000ad1a";
    public const string Channel = "C0BORSUPP";
    public const string Workspace = "T0BOREALIS";

    /// <summary>How many companies are written to by mail, each by an engineer of its own: what one person is told goes out one after another.</summary>
    public const int ByMail = 6;

    public static string Contact(int caller) => $"contact.{caller}";

    public static string Engineer(int caller) => $"engineer.{caller}";

    public static string Yaml { get; } = $$"""
        timeZone: Europe/Paris
        clients:
          - id: borealis
            name: Borealis Énergie
            plan: PREMIUM
            tenants: [7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b]
            slack: { workspaces: [{{Workspace}}], channel: {{Channel}} }
            contacts:
              - { id: claire.morel, name: { first: Claire, last: Morel }, email: claire.morel@borealis.example, slack: { workspace: {{Workspace}}, user: U0CLAIRE } }
          - id: meridien
            name: Méridien Logistique
            plan: BUSINESS
            tenants: [4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a]
            contacts:
        {{Each(caller => $"      - {{ id: {Contact(caller)}, name: {{ first: Paul, last: Renard }}, email: {Contact(caller)}@meridien.example }}")}}
        desk:
          mail: { address: support@desk.example, name: Support Technique }
          phone: "+33199000000"
          engineers:
        {{Each(caller => $"    - {{ id: {Engineer(caller)}, name: {{ first: Nadia, last: Benali }}, role: engineer, email: {Engineer(caller)}@desk.example }}")}}
            - id: tom.lefevre
              name: { first: Tom, last: Lefèvre }
              role: engineer
              email: tom.lefevre@desk.example
              phones: ["+33639980302"]
              slack: { workspace: T0DESK, user: U0TOM }
              teams: { tenant: {{Tenant}}, user: {{OnCall}} }
            - { id: sylvie.roux, name: { first: Sylvie, last: Roux }, role: supervisor, email: sylvie.roux@desk.example, phones: ["+33639980303"] }
        onCall:
          handover: { day: Monday, time: "09:00" }
          duty: [tom.lefevre]
          rotation: [tom.lefevre]
          since: 2026-11-02
        escalation:
          critical:
            - { to: on-call, by: [chat, phone], wait: 5m, redial: 1 }
            - { to: supervisors, by: [phone], wait: 10m, redial: 1 }
            - { repeat: 3 }
          warnings: [50%, 75%, 100%]
        """;

    private static string Each(Func<int, string> line) => string.Join('\n', Enumerable.Range(0, ByMail).Select(line));
}
