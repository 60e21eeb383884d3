using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Shifts;

/// <summary>
/// Looks once a minute at the rota: what people of other instances have agreed counts here too, and who is on call from the next handover
/// on, and could not be paged, is told a day before, once.
/// </summary>
internal sealed partial class ShiftWatch(ServiceDesk desk, LiveDirectory directory, DeskClock clock, TimeProvider time, ILogger<ShiftWatch> log)
    : BackgroundService
{
    private const string Warned = "shift.warned";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Duration Ahead = Duration.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await desk.LookAtRota(stoppingToken);
                await Warn(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }
            await Task.Delay(Minute, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Warn(CancellationToken stop)
    {
        var begins = directory.Current.Rota.NextHandover(clock.Now);
        var engineer = directory.Current.Rota.OnCall(begins);
        if (begins - clock.Now > Ahead || !await desk.Look(
            async glance => ShiftReadiness.Of(engineer, await glance.Store.ChatReachOf(engineer, glance.Directory), glance.Ways).Any(), stop))
            return;
        await desk.Receive(async visit =>
        {
            var shift = IsoTime.Write(begins);
            if (await visit.Store.Setting(Warned) == shift)
                return false;
            await visit.Store.Set(Warned, shift);
            foreach (var person in visit.Directory.Supervisors.Append(engineer).DistinctBy(one => one.Id).Where(one => one.Email is not null))
                await visit.Store.Enqueue(ShiftLetter.To(person, begins, visit.Now));
            return true;
        }, stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The rota could not be looked at; it is tried again in a minute.")]
    private partial void LogFailure(Exception failure);
}
