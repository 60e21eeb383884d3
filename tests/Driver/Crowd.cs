using System.Globalization;
using System.IO;
using System.Text;

namespace ChatSupport.Tests.Driver;

/// <summary>Many companies with a named contact each, beside the cast: those who all declare when a region goes down.</summary>
internal static class Crowd
{
    private const string Prefix = "crowd.";

    public static string Contact(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Foule Numéro {number}");

    /// <summary>A directory in which they are known.</summary>
    public static string In(string yaml, int companies)
    {
        var text = new StringBuilder("clients:\n");
        for (var number = 1; number <= companies; number++)
            text.Append(CultureInfo.InvariantCulture, $$"""
                  - id: crowd-{{number}}
                    name: {{Name(number)}}
                    plan: BUSINESS
                    tenants: [{{Tenant(number)}}]
                    contacts: [{ id: {{Contact(number)}}, name: { first: Ada, last: N{{number}} }, email: ada.{{number}}@crowd.example }]

                """);
        return yaml.Replace("clients:\n", text.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The demo's directory with them in it, in a file of its own.</summary>
    public static string Directory(int companies)
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("crowd-").FullName, "directory.yaml");
        File.WriteAllText(file, In(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml")), companies));
        return file;
    }

    /// <summary>The company and tenant of one of them; null for whoever is not of the crowd.</summary>
    public static (string Client, string Tenant)? CompanyOf(string contact) =>
        contact.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(contact[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (string.Create(CultureInfo.InvariantCulture, $"crowd-{number}"), Tenant(number))
            : null;

    private static string Tenant(int number) => number.ToString("x32", CultureInfo.InvariantCulture);
}
