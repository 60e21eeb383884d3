using System.Text.Json;
using ChatSupport.Bot.Health;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace ChatSupport.Tests.Health;

public sealed class ReadinessTests
{
    [Fact]
    public async Task Every_part_says_how_it_does_and_a_closed_door_what_opens_it()
    {
        await using var desk = await RealDesk.Start();
        var answer = await desk.Asks(HttpMethod.Get, "/readyz");

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Json.GetProperty("ready").GetBoolean());
        Assert.Equal("ok", Part(answer, "store").State);
        Assert.Equal(("ok", "The directory in force is the file as it stands: 3 clients, 3 engineers."), Part(answer, "directory"));
        Assert.Matches("^[0-9a-f]{64}$", answer.Json.GetProperty("parts").GetProperty("directory").GetProperty("hash").GetString());
        Assert.Equal(("off", "Set Api:Keys:<name> to a key of your choice to open it."), Part(answer, "api"));
        Assert.Equal(("off", "Set Mail:Smtp:Host to send mail."), Part(answer, "mail"));
        Assert.Equal("off", Part(answer, "demo").State);
    }

    [Fact]
    public async Task Doors_that_are_open_say_where()
    {
        await using var desk = await RealDesk.Start(
            "--Api:Keys:one=a", "--Api:Keys:two=b", "--Mail:Smtp:Host=smtp.example", "--Public:BaseUrl=https://desk.example/");
        var answer = await desk.Asks(HttpMethod.Get, "/readyz", "fr");
        Assert.Equal(("on", "https://desk.example/api ; clés en service : 2."), Part(answer, "api"));
        Assert.Equal(("on", "Les e-mails partent par smtp.example:587."), Part(answer, "mail"));
    }

    [Fact]
    public async Task A_broken_directory_is_said_and_the_one_in_force_goes_on()
    {
        await using var desk = await RealDesk.Start();
        var before = (await desk.Asks(HttpMethod.Get, "/readyz")).Json.GetProperty("parts").GetProperty("directory").GetProperty("hash").GetString();
        var text = await TestFile.Read(desk.DirectoryFile);
        await TestFile.Write(desk.DirectoryFile, text.Replace("plan: BUSINESS", "plan: GOLD", StringComparison.Ordinal));

        await Eventually.Holds(async () => Part(await desk.Asks(HttpMethod.Get, "/readyz"), "directory").State == "degraded");
        var answer = await desk.Asks(HttpMethod.Get, "/readyz", "fr");
        Assert.Equal(200, answer.Status);
        Assert.Contains("« GOLD » n’est pas possible pour « plan »", Part(answer, "directory").Reason, StringComparison.Ordinal);
        Assert.Equal(before, answer.Json.GetProperty("parts").GetProperty("directory").GetProperty("hash").GetString());

        await TestFile.Write(desk.DirectoryFile, text);
        await Eventually.Holds(async () => Part(await desk.Asks(HttpMethod.Get, "/readyz"), "directory").State == "ok");
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_makes_it_unready_with_the_reason()
    {
        using var directory = new LiveDirectory(
            System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"), TimeProvider.System, NullLogger<LiveDirectory>.Instance);
        var store = new Mock<Store>();
        store.Setup(its => its.Check(It.IsAny<CancellationToken>())).ReturnsAsync(new StoreHealth(DeskText.Say("Storage.Full"), 3));

        var found = await new Readiness(store.Object, directory, null!, null!, [], []).Look(Tongue.English);

        Assert.False(found.Ready);
        Assert.Equal("failing", found.Parts["store"].State);
        Assert.StartsWith("The store is full", found.Parts["store"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_is_alive_without_a_look_at_anything()
    {
        await using var desk = await RealDesk.Start();
        var answer = await desk.Asks(HttpMethod.Get, "/healthz");
        Assert.Equal((200, "ok", "text/plain"), (answer.Status, answer.Text, answer.Type));
    }

    private static (string? State, string? Reason) Part(AnswerSeen answer, string name)
    {
        JsonElement part = answer.Json.GetProperty("parts").GetProperty(name);
        return (part.GetProperty("state").GetString(), part.GetProperty("reason").GetString());
    }
}
