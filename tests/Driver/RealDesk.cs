using ChatSupport.Bot;
using Microsoft.AspNetCore.Builder;

namespace ChatSupport.Tests.Driver;

/// <summary>The program outside the demo, on a real port, with the directory of the cast in a file of its own.</summary>
public sealed class RealDesk : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly System.IO.DirectoryInfo folder;
    private readonly HttpClient http;

    private RealDesk(WebApplication app, System.IO.DirectoryInfo folder)
    {
        (this.app, this.folder) = (app, folder);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public string DirectoryFile => System.IO.Path.Combine(folder.FullName, "directory.yaml");

    public static async Task<RealDesk> Start(params string[] settings)
    {
        var place = System.IO.Directory.CreateTempSubdirectory("desk-");
        var directory = System.IO.Path.Combine(place.FullName, "directory.yaml");
        System.IO.File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"), directory);
        var started = await BotHost.BuildAsync(
        [
            "--environment=Production", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None",
            $"--ConnectionStrings:Desk={await TestStore.In(place.FullName)}", $"--Data:Folder={place.FullName}", $"--Directory:Path={directory}", .. settings,
        ]);
        await started.StartAsync();
        return new RealDesk(started, place);
    }

    /// <param name="from">Whom a proxy would say that it speaks for.</param>
    public async Task<AnswerSeen> Asks(HttpMethod method, string path, string language = "en", string? from = null)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "Accept-Language", language } } };
        if (from is not null)
            request.Headers.Add("X-Forwarded-For", from);
        return await AnswerSeen.Of(await http.SendAsync(request));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
