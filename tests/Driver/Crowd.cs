using System.Globalization;
using System.IO;
using System.Text;
using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Driver;

/// <summary>Many companies with a named contact each, beside the cast: those who all declare when a region goes down.</summary>
internal static class Crowd
{
    private const string Prefix = "crowd.";

    public static string Contact(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Foule Numéro {number}");

    public static SlackPerson InSlack(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"T0CROWD{number}"), string.Create(CultureInfo.InvariantCulture, $"U0ADA{number}"));

    public static TeamsPerson InTeams(int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"c20d0000-0000-4000-8000-{number:x12}"), string.Create(CultureInfo.InvariantCulture, $"ada00000-0000-4000-8000-{number:x12}"), Contact(number));

    /// <summary>A directory in which they are known; each in a workspace and a tenant of their own if they are in chats.</summary>
    public static string In(string yaml, int companies, bool inChats = false)
    {
        var text = new StringBuilder("clients:\n");
        for (var number = 1; number <= companies; number++)
        {
            var (slack, teams) = (InSlack(number), InTeams(number));
            text.Append(CultureInfo.InvariantCulture, $"  - id: crowd-{number}\n    name: {Name(number)}\n    plan: BUSINESS\n    tenants: [{Tenant(number)}]\n");
            if (inChats)
                text.Append(CultureInfo.InvariantCulture, $"    slack: {{ workspaces: [{slack.Team}] }}\n    teams: {{ tenants: [{teams.Tenant}] }}\n");
            text.Append(CultureInfo.InvariantCulture, $"    contacts:\n      - id: {Contact(number)}\n        name: {{ first: Ada, last: N{number} }}\n        email: ada.{number}@crowd.example\n        phones: [\"+3363998{5000 + number}\"]\n");
            if (inChats)
                text.Append(CultureInfo.InvariantCulture, $"        slack: {{ workspace: {slack.Team}, user: {slack.User} }}\n        teams: {{ tenant: {teams.Tenant}, user: {teams.User} }}\n");
        }
        return yaml.Replace("clients:\n", text.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The demo's directory with them in it, in a file of its own.</summary>
    public static string Directory(int companies, bool inChats = false)
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("crowd-").FullName, "directory.yaml");
        File.WriteAllText(file, In(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml")), companies, inChats));
        return file;
    }

    /// <summary>The company and tenant of one of them; null for whoever is not of the crowd.</summary>
    public static (string Client, string Tenant)? CompanyOf(string contact) =>
        contact.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(contact[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (string.Create(CultureInfo.InvariantCulture, $"crowd-{number}"), Tenant(number))
            : null;

    private static string Tenant(int number) => number.ToString("x32", CultureInfo.InvariantCulture);
}
