using System.Collections.Concurrent;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Delivery;

/// <summary>
/// Empties the outbox by the real clock. It sleeps until a commit wakes it, a retry is due or a place gets free. A stop claims nothing
/// more and waits a little for what is on its way.
/// </summary>
internal sealed partial class Pump(PostRoom room, Courier courier, DeliverySettings settings, TimeProvider time, ILogger<Pump> log) : BackgroundService
{
    /// <summary>Commits of other instances call nobody here; this is how late they are noticed at most.</summary>
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(5);

    /// <summary>How long a stop waits for what is on its way: most carriers answer within it, and it leaves half of the program's own patience.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private static readonly Tray[] Trays = Enum.GetValues<Tray>();
    private static readonly Backoff Recovery = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    private readonly Wakeup wakeup = new(time);
    private readonly ConcurrentQueue<TaskCompletionSource> drains = new();
    private readonly int[] onTheirWay = new int[Trays.Length];
    private int failures;

    public void Wake() => wakeup.Call();

    /// <summary>Returns when nothing can be claimed any more and nothing is on its way; what waits for a retry is not waited for.</summary>
    public Task Drain(CancellationToken stop = default)
    {
        var drain = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        drains.Enqueue(drain);
        Wake();
        return drain.Task.WaitAsync(stop);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is { IsCompleted: false })
            LogSilent();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await Round(stoppingToken);
        await LetArrive();
        while (drains.TryDequeue(out var drain))
            drain.TrySetCanceled(stoppingToken);
    }

    /// <summary>A slow carrier is not waited for: the claim on its message is given up, and whoever comes next sends it, perhaps once more.</summary>
    private async Task LetArrive()
    {
        using var farewell = new CancellationTokenSource(Farewell, time);
        while (OnTheirWay > 0 && !farewell.IsCancellationRequested)
            await wakeup.Wait(Timeout.InfiniteTimeSpan, farewell.Token);
        try
        {
            if (OnTheirWay > 0)
                await room.Release();
        }
        catch (StoreUnavailableException away)
        {
            LogUnreleased(away.Message);
        }
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            await SendOut(stop);
            var nap = await Nap(stop);
            failures = 0;
            await wakeup.Wait(nap, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            LogFailure(failure);
            await Task.Delay(Recovery.After(++failures, luck: 1), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Claims as many as there are places, and none for later: a claim runs out.</summary>
    private async Task SendOut(CancellationToken stop)
    {
        // In this order: what is asked for after the claim, or settled after it, may concern what the claim did not see.
        var asked = drains.Count;
        var before = OnTheirWay;
        if (!Trays.Any(HasPlaces))
            return;
        var now = Now;
        var claimed = await room.Claim(now, now + Duration.FromTimeSpan(DeliverySettings.Claim), Places, stop);
        foreach (var message in claimed)
        {
            Interlocked.Increment(ref Way(message.Message.Tray));
            _ = Task.Run(() => Carry(message), CancellationToken.None);
        }
        if (before + claimed.Count == 0)
            while (asked-- > 0 && drains.TryDequeue(out var drain))
                drain.TrySetResult();
    }

    private async Task Carry(ClaimedMessage message)
    {
        try
        {
            await courier.Deliver(message);
        }
        catch (Exception failure)
        {
            // Its claim runs out, and it is sent again: twice rather than never.
            LogUnrecorded(failure, message.Id);
        }
        finally
        {
            Interlocked.Decrement(ref Way(message.Message.Tray));
            Wake();
        }
    }

    private async Task<TimeSpan> Nap(CancellationToken stop)
    {
        if (!Trays.Any(HasPlaces) || await room.NextClaim(HasPlaces, stop) is not { } next)
            return LongestNap;
        var until = (next - Now).ToTimeSpan();
        return until < TimeSpan.Zero ? TimeSpan.Zero : until < LongestNap ? until : LongestNap;
    }

    private int OnTheirWay => Trays.Sum(tray => Volatile.Read(ref Way(tray)));

    private ref int Way(Tray tray) => ref onTheirWay[(int)tray];

    private int Places(Tray tray) => settings.PlacesOf(tray) - Volatile.Read(ref Way(tray));

    /// <summary>A tray whose places are taken is looked at again when one gets free, and not before.</summary>
    private bool HasPlaces(Tray tray) => Places(tray) > 0;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read; it is tried again shortly.")]
    private partial void LogFailure(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was being sent could not be given up: {Why} It is sent again once this instance is found to be gone.")]
    private partial void LogUnreleased(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was being sent could not be given up in time: the store does not answer. It is sent again once this instance is found to be gone.")]
    private partial void LogSilent();

    [LoggerMessage(Level = LogLevel.Error, Message = "What came of message {Id} could not be recorded; it may be sent twice.")]
    private partial void LogUnrecorded(Exception failure, long id);
}
