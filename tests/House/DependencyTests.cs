using System.IO;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ChatSupport.Bot;
using ChatSupport.Desk;

namespace ChatSupport.Tests.House;

/// <summary>The house: <c>bot → voice → desk</c>, <c>bot → desk</c>, and inside the desk no arrow back up.</summary>
public sealed partial class DependencyTests
{
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["desk"] = [],
        ["voice"] = ["desk"],
        ["bot"] = ["desk", "voice"],
    };

    /// <summary>The rooms of the desk from the ground up: each knows those before it and none after. A new room takes its place here.</summary>
    private static readonly string[] Rooms = ["Clock", "Language", "Contracts", "Declarations", "People", "Storage", "Tickets", "Notices", "Acts"];

    [Fact]
    public void A_project_refers_only_to_those_below_it() => Assert.All(Projects.Where(project => Directory.Exists(Repository.PathOf(project.Key))), project =>
    {
        var file = Assert.Single(Repository.Files(project.Key, "*.csproj"));
        var referred = XDocument.Parse(file.Text).Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value.Split('/', '\\')[1]);
        Assert.Subset(project.Value.ToHashSet(), referred.ToHashSet());
    });

    [Fact]
    public void The_assemblies_refer_to_no_more_than_the_projects_say()
    {
        Assert.Empty(OwnReferences(typeof(ServiceDesk).Assembly));
        Assert.Subset(new HashSet<string> { "ChatSupport.Desk", "ChatSupport.Voice" }, OwnReferences(typeof(BotHost).Assembly).ToHashSet());
    }

    [Fact]
    public void The_desk_knows_no_HTTP_and_no_vendor() => Assert.DoesNotContain(
        typeof(ServiceDesk).Assembly.GetReferencedAssemblies(),
        reference => reference.Name is "System.Net.Http" || reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Every_room_of_the_desk_has_its_place() =>
        Assert.Equal(Rooms.Order(StringComparer.Ordinal), Repository.Files("desk", "*.cs").Select(file => RoomOf(file.Path)).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_room_knows_only_the_rooms_below_it() => Found.Nothing(
        from type in typeof(ServiceDesk).Assembly.GetTypes()
        let floor = FloorOf(type)
        where floor >= 0
        from used in References.Of(type)
        where FloorOf(used) > floor
        select $"{type.FullName} knows {used.FullName}");

    [Fact]
    public void A_namespace_is_its_folder() => Found.Nothing(
        from project in Projects.Keys.Append("tests").Append("bench")
        where Directory.Exists(Repository.PathOf(project))
        from file in Repository.Files(project, "*.cs")
        let said = FileNamespace().Match(file.Text)
        let expected = $"ChatSupport.{char.ToUpperInvariant(project[0])}{project[1..]}.{Path.GetDirectoryName(file.Path)![project.Length..].Trim('/', '\\').Replace('\\', '.').Replace('/', '.')}".TrimEnd('.')
        where said.Success && said.Groups["name"].Value != expected
        select $"{file.Path} is not in {expected}");

    private static string? RoomOf(string path) => path.Split('/') is [_, var room, _, ..] ? room : null;

    /// <summary>The counter stands above all rooms; what the compiler adds outside any namespace counts for nothing.</summary>
    private static int FloorOf(Type type) => type.Namespace?.Split('.') switch
    {
        ["ChatSupport", "Desk"] => Rooms.Length,
        ["ChatSupport", "Desk", var room, ..] => Array.IndexOf(Rooms, room),
        _ => -1,
    };

    private static IEnumerable<string> OwnReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("ChatSupport.", StringComparison.Ordinal));

    [GeneratedRegex(@"^namespace (?<name>[A-Za-z.]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileNamespace();
}
