using System.Net.Http.Json;
using System.Text.Json;
using ChatSupport.Bot;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Driver;

/// <summary>
/// The whole program on a real port with a store of its own, its clock standing where the story wants it. Stories speak to it over HTTP
/// as acceptance does.
/// </summary>
public sealed class RunningDesk : IAsyncDisposable
{
    public const string Key = "key-of-the-desk";
    public const string ClientKey = "key-of-meridien";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly WebApplication app;
    private readonly System.IO.DirectoryInfo folder;
    private readonly bool keepsFolder;

    private RunningDesk(WebApplication app, System.IO.DirectoryInfo folder, bool keepsFolder)
    {
        (this.app, this.folder, this.keepsFolder) = (app, folder, keepsFolder);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        Http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
    }

    /// <summary>Speaks with the desk's key unless told otherwise.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public string Folder => folder.FullName;

    /// <param name="clock">Where the desk's clock stands, with its offset.</param>
    /// <param name="settings">More configuration, as <c>--Section:Key=value</c>.</param>
    public static Task<RunningDesk> At(string clock, params string[] settings) =>
        Start(System.IO.Directory.CreateTempSubdirectory("desk-"), keepsFolder: false, [$"--Demo:Clock={clock}", .. settings]);

    /// <summary>Starts on the store that another left behind; the folder is the caller's.</summary>
    public static Task<RunningDesk> In(string folder, params string[] settings) => Start(new(folder), keepsFolder: true, settings);

    public async Task<TicketSeen> Declares(string contact, params (string Key, object? Value)[] answers)
    {
        var response = await Http.PostAsJsonAsync("/api/tickets", SampleDeclaration.Of(contact, answers), Json);
        return await Read<TicketSeen>(response, System.Net.HttpStatusCode.Created);
    }

    public async Task<TicketSeen> Does(TicketSeen ticket, string verb, string by, string? comment = null, params (string Key, object? Value)[] more) =>
        await Read<TicketSeen>(await Tries(ticket, verb, by, comment, more), System.Net.HttpStatusCode.OK);

    /// <summary>The same, and what it answers when it is refused.</summary>
    public async Task<ProblemSeen> IsRefused(TicketSeen ticket, string verb, string by, string? comment = null, params (string Key, object? Value)[] more)
    {
        var response = await Tries(ticket, verb, by, comment, more);
        Assert.False(response.IsSuccessStatusCode, $"{verb} by {by} was not refused");
        return (await response.Content.ReadFromJsonAsync<ProblemSeen>(Json))!;
    }

    public Task<HttpResponseMessage> Tries(TicketSeen ticket, string verb, string by, string? comment, params (string Key, object? Value)[] more)
    {
        var body = more.Append(("by", by)).Append(("comment", comment)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        return Http.PostAsJsonAsync($"/api/tickets/{ticket.Reference}/{verb}", body, Json);
    }

    public Task<TicketSeen> Sees(TicketSeen ticket) => Sees(ticket.Reference);

    public async Task<TicketSeen> Sees(string reference) =>
        await Read<TicketSeen>(await Http.GetAsync($"/api/tickets/{reference}"), System.Net.HttpStatusCode.OK);

    public async Task<IReadOnlyList<HappeningSeen>> Timeline(TicketSeen ticket) =>
        (await Read<PageSeen<HappeningSeen>>(await Http.GetAsync($"/api/tickets/{ticket.Reference}/timeline"), System.Net.HttpStatusCode.OK)).Items;

    /// <summary>Moves the desk's clock; when it returns, everything that fell due was decided and handed to delivery.</summary>
    public Task ItIs(string instant) => Moves(new { to = instant });

    public async Task<ClockNowSeen> Clock() => await Read<ClockNowSeen>(await Http.GetAsync("/demo/clock"), System.Net.HttpStatusCode.OK);

    /// <summary>What the demo sent, the oldest first.</summary>
    /// <param name="since">A cursor or an instant; null for everything.</param>
    public async Task<PageSeen<SentSeen>> Sent(string? since = null) => await Read<PageSeen<SentSeen>>(
        await Http.GetAsync($"/demo/outbox?since={Uri.EscapeDataString(since ?? "")}"), System.Net.HttpStatusCode.OK);

    /// <summary>Any request as it is, redirections not followed, and what came back as a stranger sees it.</summary>
    public async Task<AnswerSeen> Asks(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
                request.Content!.Headers.ContentType = new(value);
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }
        return await AnswerSeen.Of(await Http.SendAsync(request));
    }

    /// <summary>What a path shows, in the language asked for.</summary>
    public Task<AnswerSeen> Shows(string path, string language = "fr") => Asks(HttpMethod.Get, path, null, ("Accept-Language", language));

    /// <param name="period">An ISO 8601 duration such as <c>PT1H</c>.</param>
    public Task ItIsLaterBy(string period) => Moves(new { advance = period });

    /// <summary>Spoils what the store holds of a ticket, behind the desk's back.</summary>
    public Task Damages(TicketSeen ticket) => Services.GetRequiredService<Store>().Write(session =>
        session.Prepare("UPDATE tickets SET state = '{' WHERE reference = $1").With(ticket.Reference).Execute());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (!keepsFolder)
            folder.Delete(recursive: true);
    }

    private async Task Moves(object how) => (await Http.PostAsJsonAsync("/demo/clock", how, Json)).EnsureSuccessStatusCode();

    private static async Task<RunningDesk> Start(System.IO.DirectoryInfo folder, bool keepsFolder, string[] settings)
    {
        var program = await BotHost.BuildAsync(
        [
            "--environment=Development", "--Demo:Enabled=true", "--Demo:Phone=false", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
            $"--ConnectionStrings:Desk={await TestStore.In(folder.FullName)}", $"--Data:Folder={folder.FullName}",
            $"--Api:Keys:desk={Key}", $"--Api:Keys:meridien:Key={ClientKey}", "--Api:Keys:meridien:Client=meridien", .. settings,
        ]);
        await program.StartAsync();
        return new RunningDesk(program, folder, keepsFolder);
    }

    private static async Task<T> Read<T>(HttpResponseMessage response, System.Net.HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
        return JsonSerializer.Deserialize<T>(text, Json)!;
    }
}
