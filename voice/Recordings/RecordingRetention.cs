using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatSupport.Voice.Recordings;

/// <summary>
/// Erases the sound of messages whose time is over: so long after their ticket was closed, or after they were left when they never got
/// one. The ticket says so; what was understood and done stays on it.
/// </summary>
internal sealed partial class RecordingRetention(
    VoiceSettings settings, ServiceDesk desk, RecordingFolder folder, Store store, DeskClock clock, TimeProvider time, ILogger<RecordingRetention> log)
    : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <returns>How many there were.</returns>
    public async Task<int> Sweep(CancellationToken stop)
    {
        var before = clock.Now - Duration.FromTimeSpan(settings.KeepsRecordings);
        var over = await store.Ask(reader => reader.VoicemailsToErase(before), stop);
        foreach (var left in over)
        {
            // First the sound: should this break off here, it is noted the next time.
            folder.Erase(left.Id);
            await desk.Receive(visit => Note(visit, left.Id), stop);
        }
        return over.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }
            await Task.Delay(Hour, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async ValueTask<bool> Note(Visit visit, string recording)
    {
        if (await visit.Store.HoldVoicemail(recording) is not { ErasedAt: null } left)
            return false;
        await visit.Store.SaveVoicemail(left with { ErasedAt = visit.Now });
        if (left.Ticket is { } ticket)
            await visit.Act(ticket, new NoteOnCall(new VoicemailErased(recording)), Actor.Desk, Door.Desk);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Recordings whose time is over could not all be erased; it is tried again in an hour.")]
    private partial void LogFailure(Exception failure);
}
