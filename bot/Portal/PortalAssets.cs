using System.Collections.Frozen;
using System.IO;
using System.Security.Cryptography;

namespace ChatSupport.Bot.Portal;

/// <summary>The portal's own few files. Their address holds a hash of their content, so that a browser fetches each version once.</summary>
public sealed class PortalAssets
{
    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.Ordinal)
    {
        ["portal.css"] = "text/css; charset=utf-8",
        ["portal.js"] = "text/javascript; charset=utf-8",
        ["portal.svg"] = "image/svg+xml",
    };

    private readonly FrozenDictionary<string, (string Hash, byte[] Content)> files =
        MediaTypes.Keys.ToFrozenDictionary(name => name, Read, StringComparer.Ordinal);

    /// <summary>Where the page finds this file.</summary>
    public string this[string name] => $"/portal/assets/{files[name].Hash}/{name}";

    /// <summary>The file, whatever version its address asked for: a page of the version before must not stay without.</summary>
    public IResult Serve(string name, HttpResponse response)
    {
        if (!files.TryGetValue(name, out var file))
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Content, MediaTypes[name]);
    }

    private static (string Hash, byte[] Content) Read(string name)
    {
        using var resource = typeof(PortalAssets).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return (Convert.ToHexStringLower(SHA256.HashData(content.ToArray()))[..16], content.ToArray());
    }
}
