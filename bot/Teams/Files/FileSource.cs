using System.IO;
using System.Net.Http.Headers;
using ChatSupport.Bot.Teams.Client;
using ChatSupport.Desk.Notices;

namespace ChatSupport.Bot.Teams.Files;

/// <summary>A file about to be read, or what stands between us and it.</summary>
internal sealed record OpenedFile(HttpResponseMessage? Message, string Name, Sending? Failure) : IDisposable
{
    public void Dispose() => Message?.Dispose();
}

/// <summary>
/// Files as Teams hands them out. Those of a drive come by an address that opens itself; pictures come from the connector, to whoever brings
/// the bot's token, and the token goes nowhere else.
/// </summary>
internal sealed class FileSource(HttpClient http, BotToken tokens, TeamsSettings settings)
{
    private static readonly string[] Drives = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn"];

    public async Task<OpenedFile> Open(SharedFile file, CancellationToken stop)
    {
        if (!Uri.TryCreate(file.Url, UriKind.Absolute, out var address) || !(settings.Hosts.Trusts(address) || IsDrive(address)))
            return Fails(new Sending.Refused("not-a-teams-file"));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (settings.Hosts.Trusts(address) && !settings.IsUnguarded)
        {
            if (await tokens.Get(stop) is not { } token)
                return Fails(new Sending.Retry("no-token"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (response.IsSuccessStatusCode)
                return new OpenedFile(response, NameOf(file, response), null);
            var status = (int)response.StatusCode;
            response.Dispose();
            return Fails(status is 408 or 412 or 429 or >= 500 ? new Sending.Retry($"http-{status}") : new Sending.Refused($"http-{status}"));
        }
        catch (HttpRequestException failure)
        {
            return Fails(new Sending.Retry(failure.HttpRequestError.ToString()));
        }
    }

    private static bool IsDrive(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && Drives.Any(drive => address.Host.EndsWith(drive, StringComparison.OrdinalIgnoreCase));

    /// <summary>A picture has no name; what it is says whoever hands it out.</summary>
    private static string NameOf(SharedFile file, HttpResponseMessage response) => Path.HasExtension(file.Name)
        ? file.Name
        : file.Name + response.Content.Headers.ContentType?.MediaType switch
        {
            "image/png" => ".png",
            "image/jpeg" or "image/jpg" => ".jpg",
            _ => "",
        };

    private static OpenedFile Fails(Sending failure) => new(null, "", failure);
}
