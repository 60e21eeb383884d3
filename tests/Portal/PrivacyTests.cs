using System.Text.Json;
using ChatSupport.Bot.Manifests;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Portal;

/// <summary>What is kept about people stands on a page that anybody can read, from wherever somebody would look for it.</summary>
public sealed class PrivacyTests
{
    [Theory]
    [InlineData("fr", "Ce qui est conservé", "déconnecté au plus tard après sept jours", "support@desk.example")]
    [InlineData("en", "What is kept", "signed out after seven days at most", "support@desk.example")]
    public async Task A_stranger_reads_what_is_kept_for_how_long_and_whom_to_write_to(string language, params string[] said)
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        var page = await desk.Shows("/portal/privacy", language);
        Assert.Equal(200, page.Status);
        foreach (var words in said)
            Assert.Contains(words, System.Net.WebUtility.HtmlDecode(page.Text));
        Assert.Contains("/portal/privacy", (await desk.Shows("/portal/sign-in", language)).Text);
    }

    [Fact]
    public async Task Teams_leads_there_without_a_sign_in()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        using var package = new System.IO.MemoryStream();
        TeamsPackage.Write(package, Guid.NewGuid(), new Uri("https://desk.example.com"));
        using var zip = new System.IO.Compression.ZipArchive(package);
        using var manifest = await JsonDocument.ParseAsync(zip.GetEntry("manifest.json")!.Open(), cancellationToken: TestContext.Current.CancellationToken);
        foreach (var link in new[] { "privacyUrl", "termsOfUseUrl" })
        {
            var address = new Uri(manifest.RootElement.GetProperty("developer").GetProperty(link).GetString()!);
            var page = await desk.Shows(address.AbsolutePath);
            Assert.Equal(200, page.Status);
            Assert.Contains(address.Fragment.Length > 0 ? $"id=\"{address.Fragment[1..]}\"" : "<h1>", page.Text);
        }
    }
}
