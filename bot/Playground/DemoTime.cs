using ChatSupport.Bot.Delivery;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Playground;

/// <param name="NextDue">When something changes by itself next; null when nothing is to come.</param>
internal sealed record DemoTimeView(Instant Now, Instant? NextDue);

/// <summary>Moves the demo's clock, and lets happen on the way what would have happened.</summary>
internal sealed partial class DemoTime(DemoClock clock, ServiceDesk desk, Sweep sweep, Pump pump, Store store, ILogger<DemoTime> log)
    : IHostedService, IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    public Instant Now => clock.Now;

    public async Task<DemoTimeView> Look(CancellationToken stop = default) => new(clock.Now, await desk.NextDue(stop));

    /// <summary>
    /// Goes from due instant to due instant, so that each thing is decided at its own time and seen by what comes after it. When it
    /// returns, everything up to the target has been decided and handed to delivery.
    /// </summary>
    /// <param name="target">Told what time it is, says where to go; null stays.</param>
    public async Task<DemoTimeView> Move(Func<Instant, Instant?> target, CancellationToken stop)
    {
        await oneAtATime.WaitAsync(stop);
        try
        {
            if (target(clock.Now) is { } to)
                await MoveTo(to, stop);
            return await Look(stop);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DemoClockMemory.Keep(clock, store).WaitAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException)
        {
            LogForgotten(failure.Message);
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task MoveTo(Instant to, CancellationToken stop)
    {
        await LetHappen(stop);
        while (await desk.NextDue(stop) is { } next && next <= to)
        {
            clock.MoveTo(next);
            await LetHappen(stop);
        }
        clock.MoveTo(to);
        await DemoClockMemory.Keep(clock, store);
        await LetHappen(stop);
    }

    private async Task LetHappen(CancellationToken stop)
    {
        await sweep.CatchUp(stop);
        await pump.Drain(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo's clock could not be kept: {Why} It goes on from where it was kept last.")]
    private partial void LogForgotten(string why);
}
