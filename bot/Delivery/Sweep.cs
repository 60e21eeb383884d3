using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Delivery;

/// <summary>
/// Has the desk decide what falls due by the desk's clock. It sleeps by the real one until something is due, a commit brings that nearer, or the
/// directory gives other instants.
/// </summary>
internal sealed partial class Sweep(ServiceDesk desk, LiveDirectory directory, DeskClock clock, TimeProvider time, ILogger<Sweep> log) : BackgroundService
{
    private const int Batch = 256;

    /// <summary>What falls due carries its own instant, so nothing is lost by deciding it a second late.</summary>
    private static readonly Duration ShortestNap = Duration.FromSeconds(1);

    /// <summary>Clocks are set, and other instances' commits call nobody here.</summary>
    private static readonly Duration LongestNap = Duration.FromMinutes(1);
    private static readonly Backoff Recovery = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    private readonly Wakeup wakeup = new(time);
    private bool isScheduleOld = true;
    private long wakesAt = Instant.MaxValue.ToUnixTimeTicks();
    private int failures;

    public void Wake() => wakeup.Call();

    /// <summary>These tickets have changed: it wakes if something falls due on one of them before it would wake by itself.</summary>
    public void Wake(IEnumerable<Ticket> changed)
    {
        var planned = Instant.FromUnixTimeTicks(Interlocked.Read(ref wakesAt));
        if (changed.Any(ticket => ticket.Next(directory.Current, ticket.UpdatedAt)?.From < planned))
            Wake();
    }

    /// <summary>The directory has changed: what was noted as the next due instants may not be.</summary>
    public void ScheduleChanged()
    {
        Volatile.Write(ref isScheduleOld, true);
        Wake();
    }

    /// <summary>Returns when nothing is due any more by the desk's clock, which the caller may have moved.</summary>
    public async Task CatchUp(CancellationToken stop = default)
    {
        await SweepAll(stop);
        Wake();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await Round(stoppingToken);
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            // Until it knows when it wakes, whatever comes calls it.
            Interlocked.Exchange(ref wakesAt, Instant.MaxValue.ToUnixTimeTicks());
            await SweepAll(stop);
            await RescheduleOnce(stop);
            var nap = Nap(await desk.NextDue(stop));
            Interlocked.Exchange(ref wakesAt, (clock.Now + Duration.FromTimeSpan(nap)).ToUnixTimeTicks());
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

    private async Task SweepAll(CancellationToken stop)
    {
        while (await desk.Sweep(Batch, stop) > 0)
        {
        }
    }

    private async Task RescheduleOnce(CancellationToken stop)
    {
        if (!Volatile.Read(ref isScheduleOld))
            return;
        Volatile.Write(ref isScheduleOld, false);
        await desk.Reschedule(stop);
    }

    private TimeSpan Nap(Instant? next) =>
        (next is { } due ? Duration.Max(ShortestNap, Duration.Min(due - clock.Now, LongestNap)) : LongestNap).ToTimeSpan();

    [LoggerMessage(Level = LogLevel.Error, Message = "What has fallen due could not all be decided; it is tried again shortly.")]
    private partial void LogFailure(Exception failure);
}
