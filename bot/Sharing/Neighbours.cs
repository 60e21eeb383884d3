using ChatSupport.Bot.Delivery;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Sharing;

/// <summary>
/// The instances that share the store. Each shows the others that it lives; what one that died was sending, the others take over
/// within seconds. One that was only asleep comes back as if nothing had been: its messages may have gone out twice.
/// </summary>
internal sealed partial class Neighbours(Store store, LiveDirectory directory, Pump pump, TimeProvider time, ILogger<Neighbours> log) : BackgroundService
{
    public static readonly TimeSpan Pulse = TimeSpan.FromSeconds(2);

    /// <summary>Whoever has not moved for so long is gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, (InstanceRow Row, long Since)> seen = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<InstanceRow> present = [];

    /// <summary>Those that are at work, this one included; none while the store is not shared.</summary>
    public IReadOnlyList<InstanceRow> Present => present;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is { IsCompleted: false })
            LogSilent(Silence);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!store.IsShared)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (StoreUnavailableException away)
            {
                LogAway(away.Message);
            }
            await Task.Delay(Pulse, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Leave();
    }

    private async Task Round(CancellationToken stop)
    {
        await store.Write(async session =>
        {
            await session.Beat(directory.Current.Hash);
            return true;
        }, stop);
        var rows = await store.Ask(reader => reader.Instances(), stop);
        present = rows;
        foreach (var row in rows)
            await Watch(row);
        foreach (var gone in seen.Keys.Except(rows.Select(row => row.Name), StringComparer.Ordinal).ToList())
            seen.Remove(gone);
    }

    private async Task Watch(InstanceRow row)
    {
        if (!seen.TryGetValue(row.Name, out var before) || before.Row.Beats != row.Beats)
            seen[row.Name] = (row, time.GetTimestamp());
        else if (row.Name != store.Instance && time.GetElapsedTime(before.Since) > Silence && await store.Write(session => session.Forget(row)))
        {
            LogTakenOver(row.Name);
            pump.Wake();
        }
    }

    /// <summary>Goes in good order: nobody has to find out.</summary>
    private async Task Leave()
    {
        try
        {
            if (present.FirstOrDefault(row => row.Name == store.Instance) is { } mine)
                await store.Write(session => session.Forget(mine));
        }
        catch (StoreUnavailableException away)
        {
            LogUntold(away.Message, Silence);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Instance {Name} has stood still and is taken for gone; what it was sending is sent from here.")]
    private partial void LogTakenOver(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other instances cannot be seen: {Why}")]
    private partial void LogAway(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other instances could not be told that this one goes: {Why} They find out within {Silence}.")]
    private partial void LogUntold(string why, TimeSpan silence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other instances could not be told that this one goes in time: the store does not answer. They find out within {Silence}.")]
    private partial void LogSilent(TimeSpan silence);
}
