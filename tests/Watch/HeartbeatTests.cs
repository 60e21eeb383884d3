using System.Net;
using ChatSupport.Bot.Watch;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Delivery;
using Microsoft.Extensions.Logging;
using Moq;

namespace ChatSupport.Tests.Watch;

public sealed class HeartbeatTests : IAsyncLifetime
{
    private readonly Listener outside = new();
    private Stage stage = null!;

    public async ValueTask InitializeAsync() => stage = await Stage.Set(new ScriptedWay());

    public async ValueTask DisposeAsync()
    {
        await outside.DisposeAsync();
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task The_outside_hears_from_a_desk_that_does_its_work()
    {
        using var heart = Beating();
        await outside.Hears(1);
        stage.Time.Advance(TimeSpan.FromMinutes(1));
        await outside.Hears(2);
    }

    [Fact]
    public async Task It_falls_silent_while_what_fell_due_is_not_decided()
    {
        await stage.Declares("paul.renard");
        stage.Time.Advance(TimeSpan.FromDays(2));
        using var heart = Beating();
        await stage.Says("No heartbeat is sent: Health.SweepLate.");

        await stage.CatchesUp();
        await stage.Pump.StartAsync(CancellationToken.None);
        await stage.Drained();
        stage.Time.Advance(TimeSpan.FromMinutes(1));
        await outside.Hears(1);
    }

    [Fact]
    public async Task It_falls_silent_while_nobody_takes_what_could_be_sent()
    {
        await stage.Declares("paul.renard");
        stage.Time.Advance(TimeSpan.FromMinutes(6));
        using var heart = Beating();
        await stage.Says("No heartbeat is sent: Health.DeliveryLate.");
        Assert.Equal(0, outside.Heard);
    }

    [Fact]
    public async Task It_falls_silent_while_the_store_cannot_be_written()
    {
        var store = new Mock<Store>();
        store.Setup(its => its.Check(It.IsAny<CancellationToken>())).ReturnsAsync(new StoreHealth(DeskText.Say("Storage.Full"), 3));
        using var heart = Beating(store.Object);
        await stage.Says("No heartbeat is sent: Storage.Full.");
        Assert.Equal(0, outside.Heard);
    }

    [Fact]
    public async Task An_outside_that_refuses_stops_nothing_and_its_address_is_not_logged()
    {
        outside.Answer = HttpStatusCode.NotFound;
        using var heart = Beating();
        await stage.Says("The heartbeat was not heard: 404.");

        await outside.DisposeAsync();
        stage.Time.Advance(TimeSpan.FromMinutes(1));
        await stage.Says("The heartbeat was not heard: HttpRequestException.");
        Assert.DoesNotContain(stage.Log.Lines, line => line.Contains(Listener.Secret, StringComparison.Ordinal));
    }

    private Heartbeat Beating(Store? store = null)
    {
        var heart = new Heartbeat(
            new Vitals(stage.Store, new DeskClock(stage.Time), stage.Time), store ?? stage.Store, new WatchSettings(outside.Address), stage.Time,
            stage.Log.CreateLogger<Heartbeat>());
        _ = heart.StartAsync(CancellationToken.None);
        return heart;
    }
}
