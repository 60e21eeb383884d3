using System.Collections.Frozen;
using System.IO;
using System.Security.Cryptography;

namespace ChatSupport.Bot.Portal;

/// <summary>The pages' own few files. Their address holds a hash of all of them, so that a browser fetches each version once.</summary>
public sealed class PortalAssets
{
    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.Ordinal)
    {
        ["portal.css"] = "text/css; charset=utf-8",
        ["portal.js"] = "text/javascript; charset=utf-8",
        ["live.js"] = "text/javascript; charset=utf-8",
        ["playground.css"] = "text/css; charset=utf-8",
        ["phones.js"] = "text/javascript; charset=utf-8",
        ["playground.js"] = "text/javascript; charset=utf-8",
        ["portal.svg"] = "image/svg+xml",
    };

    private readonly FrozenDictionary<string, byte[]> files = MediaTypes.Keys.ToFrozenDictionary(name => name, Read, StringComparer.Ordinal);
    private readonly string version;

    public PortalAssets()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in MediaTypes.Keys)
            all.AppendData(files[name]);
        version = Convert.ToHexStringLower(all.GetHashAndReset())[..16];
    }

    /// <summary>Where the page finds this file.</summary>
    public string this[string name] => $"/portal/assets/{version}/{name}";

    /// <summary>The file, whatever version its address asked for: a page of the version before must not stay without.</summary>
    public IResult Serve(string name, HttpResponse response)
    {
        if (!files.TryGetValue(name, out var file))
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file, MediaTypes[name]);
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(PortalAssets).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
