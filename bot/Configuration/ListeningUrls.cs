using System.Net;

namespace ChatSupport.Bot.Configuration;

/// <summary>Where the program will listen, read from the same keys as Kestrel reads.</summary>
internal static class ListeningUrls
{
    public const string Default = "http://127.0.0.1:3978";

    /// <summary>Every address that is configured; none when <see cref="Default"/> is to be used.</summary>
    public static IReadOnlyList<string> Configured(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        var urls = Listed(configuration["urls"]);
        var ports = urls.Count > 0
            ? []
            : Listed(configuration["http_ports"]).Select(port => $"http://*:{port}").Concat(Listed(configuration["https_ports"]).Select(port => $"https://*:{port}"));
        return [.. endpoints, .. urls, .. ports];
    }

    /// <summary>Kestrel listens to the whole network for every name but <c>localhost</c>.</summary>
    /// <returns>Null when the text is no address at all.</returns>
    public static bool? IsLoopback(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.IsUnixPipe || address.IsNamedPipe || Loopback.Is(address.Host);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static List<string> Listed(string? text) =>
        [.. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>This machine, by its names.</summary>
internal static class Loopback
{
    /// <param name="host">Without its port: <c>localhost</c>, <c>127.0.0.1</c> or <c>[::1]</c>.</param>
    public static bool Is(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
