using System.Globalization;
using System.IO;

namespace ChatSupport.Bench.Doors;

/// <summary>Who talks, and what they say.</summary>
/// <param name="First">The number of the first of them.</param>
/// <param name="People">How many there are; each speaks in turn.</param>
/// <param name="Words">By how often somebody has spoken before.</param>
internal sealed record Talk(int First, int People, Func<int, string> Words)
{
    public int Person(int message) => First + (message % People);

    public string Said(int message) => Words(message / People);
}

/// <summary>Many people who talk to the desk at once.</summary>
internal static class Crowd
{
    public const int People = 10_000;

    private const int PerClient = 2;

    private static readonly string[] Said =
    [
        "nos VM de fr1 sont injoignables depuis 10 minutes, toute la prod", "les commandes sont arrêtées", "tous", "non", "P1",
        "plus rien ne tourne", "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b", "redémarrage par l’API, sans effet", "+33639980201", "oui", "déclarer",
    ];

    /// <summary>An incident, question by question, until it is declared, and then another one.</summary>
    public static Talk Declaring { get; } = new(0, 1_000, round => Said[round % Said.Length]);

    /// <summary>Nothing but courtesy; the desk answers it with the menu.</summary>
    public static Talk Greeting { get; } = new(1_000, 1_000, _ => "bonjour");

    /// <summary>Each of the others begins to declare something.</summary>
    public static Talk Everyone { get; } = new(2_000, People, _ => Said[0]);

    public static string TeamsUser(int n) => new Guid(n + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1).ToString();

    /// <summary>The directory that knows them all.</summary>
    /// <returns>Where it stands.</returns>
    public static async Task<string> WriteDirectory(string folder)
    {
        // Apart from the store, as in the program: the file is watched, and with it everything that is written beside it.
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "people")).FullName, "directory.yaml");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, (Everyone.First + People) / PerClient)
            .Select(client => string.Create(CultureInfo.InvariantCulture, $$"""
                  - { id: client-{{client}}, name: Client {{client}}, plan: BUSINESS, tenants: [{{client:x32}}], slack: { workspaces: [{{SlackEvents.Team}}] }, teams: { tenants: [{{TeamsActivities.Tenant}}] }, contacts: [{{string.Join(", ", Enumerable.Range(client * PerClient, PerClient).Select(Person))}}] }
                """))
            .Prepend("clients:")
            .Append("desk: { engineers: [{ id: nadia, name: { first: Nadia, last: Benali }, role: supervisor }] }")
            .Append("onCall: { handover: { day: Monday, time: \"09:00\" }, rotation: [nadia], since: 2026-11-02 }"));
        return file;
    }

    private static string Person(int n) => string.Create(CultureInfo.InvariantCulture, $$"""
        { id: person-{{n}}, name: { first: Ana, last: N{{n}} }, slack: { workspace: {{SlackEvents.Team}}, user: {{SlackEvents.User(n)}} }, teams: { tenant: {{TeamsActivities.Tenant}}, user: {{TeamsUser(n)}} } }
        """);
}
