using System.IO;
using System.IO.Compression;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatSupport.Bot.Manifests;

/// <summary>
/// The app package that an administrator uploads to Teams: the manifest filled in for one bot at one address, its English words and both
/// icons, all at the root of the archive.
/// </summary>
internal static class TeamsPackage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="baseUrl">How the outside reaches the desk, by https.</param>
    public static void Write(Stream to, Guid appId, Uri baseUrl)
    {
        using var package = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        using (var manifest = package.CreateEntry("manifest.json").Open())
            JsonSerializer.Serialize(manifest, Manifest(appId, baseUrl), Readable);
        foreach (var name in new[] { "en.json", "color.png", "outline.png" })
        {
            using var part = Part(name);
            using var entry = package.CreateEntry(name).Open();
            part.CopyTo(entry);
        }
    }

    private static JsonNode Manifest(Guid appId, Uri baseUrl)
    {
        using var part = Part("manifest.json");
        var manifest = JsonNode.Parse(part)!;
        var portal = baseUrl.ToString().TrimEnd('/') + "/portal";
        manifest["version"] = typeof(TeamsPackage).Assembly.GetName().Version!.ToString(3);
        manifest["id"] = appId.ToString();
        manifest["bots"]![0]!["botId"] = appId.ToString();
        manifest["developer"]!["websiteUrl"] = portal;
        manifest["developer"]!["privacyUrl"] = $"{portal}/privacy";
        manifest["developer"]!["termsOfUseUrl"] = $"{portal}/privacy#terms";
        manifest["validDomains"] = new JsonArray(baseUrl.IdnHost);
        return manifest;
    }

    private static Stream Part(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"teams/{name}")!;
}
