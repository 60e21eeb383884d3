using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Watch;

/// <summary>
/// The dead man's handle: an outside address hears from the desk as long as it can write, decides what falls due and sends what is to be
/// sent. It stays silent otherwise, as it would if the machine were gone, and whoever listens there wakes somebody.
/// </summary>
internal sealed partial class Heartbeat(Vitals vitals, Store store, WatchSettings settings, TimeProvider time, ILogger<Heartbeat> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly HttpClient http = new() { Timeout = Patience };

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Every, time);
        do
            await Beat(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Beat(CancellationToken stop)
    {
        try
        {
            if (await Complaint(stop) is { } why)
                LogSilent(why.Key);
            else
                using (var answer = await http.GetAsync(settings.HeartbeatUrl, stop))
                    if (!answer.IsSuccessStatusCode)
                        LogUnheard(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            // Its message may hold the address, and the address a secret.
            LogUnheard(failure.GetType().Name);
        }
    }

    /// <summary>The store is asked within the patience that the one who listens has, too.</summary>
    private async Task<Sentence?> Complaint(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        return (await store.Check(limit.Token).WaitAsync(limit.Token)).Why
            ?? (await vitals.Look(limit.Token).WaitAsync(limit.Token)).Values.FirstOrDefault(why => why is not null);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "No heartbeat is sent: {Why}.")]
    private partial void LogSilent(string why);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The heartbeat was not heard: {Why}.")]
    private partial void LogUnheard(string why);
}
