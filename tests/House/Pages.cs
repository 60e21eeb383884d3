using System.Xml.Linq;

namespace ChatSupport.Tests.House;

/// <summary>One page of the phrasebook in both languages, as it is written.</summary>
internal sealed record Page(string Project, string Name, IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string> French)
{
    public IEnumerable<string> Keys => English.Keys.Select(entry => $"{Name}.{entry}");

    public static IReadOnlyList<Page> All { get; } =
    [
        .. from project in new[] { "desk", "voice", "bot" }
           where System.IO.Directory.Exists(Repository.PathOf(project))
           from file in Repository.Files(project, "*.resx")
           where !file.Path.EndsWith(".fr.resx", StringComparison.Ordinal)
           let french = file.Path.Replace(".resx", ".fr.resx", StringComparison.Ordinal)
           select new Page(project, System.IO.Path.GetFileNameWithoutExtension(file.Path), Entries(file.Text), Entries(System.IO.File.ReadAllText(Repository.PathOf(french)))),
    ];

    public override string ToString() => $"{Project}/{Name}";

    private static Dictionary<string, string> Entries(string xml) => XDocument.Parse(xml).Root!.Elements("data")
        .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value, StringComparer.Ordinal);
}
