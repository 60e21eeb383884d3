using System.IO;
using System.IO.Compression;
using System.Text.Json.Nodes;
using ChatSupport.Desk.Language;
using Directory = System.IO.Directory;

namespace ChatSupport.Tests.CommandLine;

public sealed class ManifestCommandTests : IDisposable
{
    private const string AppId = "8f1c2d3e-4a5b-4c6d-8e7f-9a0b1c2d3e4f";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("manifest-");

    private string File => Path.Combine(folder.FullName, "desk.zip");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_teams_package_is_made_for_this_bot_at_this_address()
    {
        var run = await Teams("--out", File, $"--Teams:AppId={AppId}", "--Public:BaseUrl=https://desk.example.com:8443/");
        Assert.Equal(0, run.Exit);
        Assert.Contains(File, run.Output, StringComparison.Ordinal);

        using var package = await ZipFile.OpenReadAsync(File, TestContext.Current.CancellationToken);
        Assert.Equal(["manifest.json", "en.json", "color.png", "outline.png"], package.Entries.Select(entry => entry.FullName));
        using var stream = await package.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken);
        var manifest = JsonNode.Parse(stream)!;
        Assert.Equal(AppId, (string?)manifest["id"]);
        Assert.Equal(AppId, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal("desk.example.com", (string?)manifest["validDomains"]!.AsArray().Single());
        Assert.Equal("https://desk.example.com:8443/portal", (string?)manifest["developer"]!["websiteUrl"]);
        Assert.DoesNotContain("support.example", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_not_set_is_told_at_once()
    {
        var run = await Teams("--out", File);
        Assert.Equal(1, run.Exit);
        Assert.Contains("Public:BaseUrl", run.Error, StringComparison.Ordinal);
        Assert.Contains("Teams:AppId", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Theory]
    [InlineData("Public:BaseUrl", "http://desk.example.com")]
    [InlineData("Public:BaseUrl", "desk.example.com")]
    [InlineData("Teams:AppId", "28:the-bot")]
    public async Task What_teams_would_not_take_is_refused_here(string key, string value)
    {
        var settings = new Dictionary<string, string> { ["Teams:AppId"] = AppId, ["Public:BaseUrl"] = "https://desk.example.com", [key] = value };
        var run = await Teams(["--out", File, .. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        Assert.Equal(1, run.Exit);
        Assert.StartsWith($"{key} is “{value}”", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        var nowhere = Path.Combine(folder.FullName, "missing", "desk.zip");
        var run = await Teams("--out", nowhere, $"--Teams:AppId={AppId}", "--Public:BaseUrl=https://desk.example.com");
        Assert.Equal(1, run.Exit);
        Assert.Contains(nowhere, run.Error, StringComparison.Ordinal);
    }

    private static Task<CommandLineRun> Teams(params string[] args) => CommandLineRun.Of("", Tongue.English, ["manifest", "teams", .. args]);
}
