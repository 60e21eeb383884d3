using ChatSupport.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Driver;

/// <summary>Two instances of the whole program in one process, on one PostgreSQL database and one folder, as behind a balancer.</summary>
internal sealed class TwoDesks : IAsyncDisposable
{
    private readonly System.IO.DirectoryInfo folder;
    private readonly List<WebApplication> apps = [];

    private TwoDesks(System.IO.DirectoryInfo folder, string connection) => (this.folder, Connection) = (folder, connection);

    public string Connection { get; }

    public IReadOnlyList<HttpClient> Http { get; private set; } = [];

    public string DirectoryOf(int instance) => System.IO.Path.Combine(folder.FullName, $"directory{instance}.yaml");

    public static async Task<TwoDesks> Start(params string[] settings) => await On(await (await PostgresServer.Shared).NewDatabase(), settings);

    /// <summary>On a database of the test's.</summary>
    public static async Task<TwoDesks> On(string connection, params string[] settings)
    {
        var desks = new TwoDesks(System.IO.Directory.CreateTempSubdirectory("two-"), connection);
        for (var instance = 0; instance < 2; instance++)
            desks.apps.Add(await desks.StartOne(instance, settings));
        desks.Http = [.. desks.apps.Select(app => new HttpClient { BaseAddress = new Uri(app.Urls.First()), DefaultRequestHeaders = { Authorization = new("Bearer", RunningDesk.Key) } })];
        return desks;
    }

    public T Service<T>(int instance) where T : notnull => apps[instance].Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        foreach (var http in Http)
            http.Dispose();
        foreach (var app in apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        folder.Delete(recursive: true);
    }

    private async Task<WebApplication> StartOne(int instance, string[] settings)
    {
        System.IO.File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"), DirectoryOf(instance));
        var app = await BotHost.BuildAsync(
        [
            "--environment=Production", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None", $"--ConnectionStrings:Desk={Connection}",
            $"--Data:Folder={folder.FullName}", $"--Directory:Path={DirectoryOf(instance)}", $"--Api:Keys:desk={RunningDesk.Key}", .. settings,
        ]);
        await app.StartAsync();
        return app;
    }
}
