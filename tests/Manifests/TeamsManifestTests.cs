using System.Buffers.Binary;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Tests.House;

namespace ChatSupport.Tests.Manifests;

/// <summary>The rules of Teams' manifest schema 1.30 that an edit is likely to break.</summary>
public sealed partial class TeamsManifestTests
{
    private static readonly JsonNode Manifest = Read("manifest.json");
    private static readonly JsonObject English = Read("en.json").AsObject();

    public static TheoryData<string> Titles =>
        [.. from list in Lists() from command in list!["commands"]!.AsArray() select (string)command!["title"]!, .. from word in English where IsTitle().IsMatch(word.Key) select (string)word.Value!];

    [Fact]
    public void It_offers_one_bot_wherever_people_talk()
    {
        var bot = Assert.Single(Manifest["bots"]!.AsArray())!;
        Assert.Equal("1.30", (string?)Manifest["manifestVersion"]);
        Assert.Equal(["personal", "team", "groupChat"], bot["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal(["personal", "team", "groupChat"], Lists().Select(list => (string?)Assert.Single(list!["scopes"]!.AsArray())));
        Assert.All(Lists(), list => Assert.InRange(list!["commands"]!.AsArray().Count, 1, 12));
        Assert.True((bool)bot["supportsFiles"]!);
    }

    [Fact]
    public void Everything_said_in_French_is_said_in_English()
    {
        var said = new[] { "name.short", "name.full", "description.short", "description.full" }.Concat(
            from list in Enumerable.Range(0, Lists().Count)
            from command in Enumerable.Range(0, Lists()[list]!["commands"]!.AsArray().Count)
            from part in new[] { "title", "description" }
            select $"bots[0].commandLists[{list}].commands[{command}].{part}");
        Assert.Equal(said.Prepend("$schema").Order(StringComparer.Ordinal), English.Select(word => word.Key).Order(StringComparer.Ordinal));
        Assert.Equal("fr", (string?)Manifest["localizationInfo"]!["defaultLanguageTag"]);
    }

    [Theory]
    [InlineData("short", 30, 80)]
    [InlineData("full", 100, 4000)]
    public void Names_and_descriptions_are_as_short_as_they_must_be(string length, int name, int description)
    {
        Assert.All([(string)Manifest["name"]![length]!, (string)English[$"name.{length}"]!], said => Assert.InRange(said.Length, 1, name));
        Assert.All([(string)Manifest["description"]![length]!, (string)English[$"description.{length}"]!], said => Assert.InRange(said.Length, 1, description));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Each_command_on_the_list_is_understood_by_somebody(string title)
    {
        var utterance = Utterance.Of(title);
        Assert.Contains(new[] { Audience.Contact, Audience.Engineer }, who => Hearing.Of(utterance, who) is Heard.Command { IsPlain: true });
    }

    [Theory]
    [InlineData("color.png", 192, 2)]
    [InlineData("outline.png", 32, 6)]
    public void The_icons_have_the_size_that_is_asked_for_and_only_the_outline_is_transparent(string name, int size, int colourType)
    {
        var png = System.IO.File.ReadAllBytes(Repository.PathOf($"manifests/teams/{name}"));
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.Equal(colourType, png[25]);
    }

    private static JsonArray Lists() => Manifest["bots"]![0]!["commandLists"]!.AsArray();

    private static JsonNode Read(string name) => JsonNode.Parse(System.IO.File.ReadAllText(Repository.PathOf($"manifests/teams/{name}")))!;

    [GeneratedRegex(@"\.title$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsTitle();
}
