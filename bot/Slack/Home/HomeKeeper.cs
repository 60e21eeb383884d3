using ChatSupport.Bot.Delivery;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Slack.Home;

/// <summary>Has open App Homes drawn anew soon after tickets have changed. Many changes at once are one look.</summary>
internal sealed partial class HomeKeeper : BackgroundService
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <summary>Deadlines pass without anybody changing anything.</summary>
    private static readonly TimeSpan LongestNap = TimeSpan.FromMinutes(1);

    private readonly HomePage page;
    private readonly TimeProvider time;
    private readonly ILogger<HomeKeeper> log;
    private readonly Wakeup wakeup;

    public HomeKeeper(HomePage page, ServiceDesk desk, Store store, TimeProvider time, ILogger<HomeKeeper> log)
    {
        (this.page, this.time, this.log) = (page, time, log);
        wakeup = new Wakeup(time);
        desk.Committed += _ => wakeup.Call();
        store.Heard += _ => wakeup.Call();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await wakeup.Wait(LongestNap, stoppingToken);
            await Task.Delay(Settling, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await page.Redraw(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The App Homes that are open could not all be drawn anew; it is tried again shortly.")]
    private partial void LogFailure(Exception failure);
}
