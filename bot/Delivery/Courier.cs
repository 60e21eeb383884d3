using System.Diagnostics;
using ChatSupport.Bot.Watch;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Delivery;

/// <summary>Takes one claimed message where it belongs: one attempt, the verdict on it, and the record of that.</summary>
internal sealed partial class Courier(
    PostRoom room, Outlets outlets, DeliverySettings settings, DoorWatch watch, TimeProvider time, ILogger<Courier> log)
{
    public async Task Deliver(ClaimedMessage claimed)
    {
        using var step = DeskTrace.Step("deliver", Origin(claimed.Message));
        step?.SetTag("chatsupport.way", claimed.Message.Way).SetTag("chatsupport.message", claimed.Id).SetTag("chatsupport.attempt", claimed.Attempt);
        var sending = Judge(claimed, await Attempt(claimed));
        step?.SetTag("chatsupport.outcome", sending.GetType().Name);
        await room.Record(claimed, sending, Instant.FromDateTimeOffset(time.GetUtcNow()));
        Tell(claimed, sending);
    }

    private static ActivityContext Origin(OutboxRow message) => ActivityContext.TryParse(message.Trace, traceState: null, out var step) ? step : default;

    private async Task<Sending> Attempt(ClaimedMessage claimed)
    {
        using var limit = new CancellationTokenSource(DeliverySettings.Attempt, time);
        try
        {
            return await outlets.Send(claimed, limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new Sending.Retry("timeout");
        }
        catch (Exception defect)
        {
            LogDefect(defect, claimed.Id, claimed.Message.Way);
            return new Sending.Retry(defect.GetType().Name);
        }
    }

    /// <summary>A retry that has been tried often enough is a refusal; any other comes as late as was asked, and later each time.</summary>
    private Sending Judge(ClaimedMessage claimed, Sending sending)
    {
        if (sending is not Sending.Retry retry)
            return sending;
        if (claimed.Attempt >= settings.Attempts)
            return new Sending.Refused(retry.Why);
        var pause = Duration.FromTimeSpan(DeliverySettings.Backoff.After(claimed.Attempt, Random.Shared.NextDouble()));
        return retry with { After = Duration.Max(pause, retry.After ?? Duration.Zero) };
    }

    private void Tell(ClaimedMessage claimed, Sending sending)
    {
        DeliveryMetrics.Count(claimed.Message.Way, sending);
        Watch(claimed, sending);
        switch (sending)
        {
            case Sending.Retry retry:
                LogRetry(claimed.Id, claimed.Message.Way, claimed.Attempt, retry.Why, retry.After!.Value);
                break;
            case Sending.Refused refused:
                LogRefused(claimed.Id, claimed.Message.TicketId, claimed.Message.Way, claimed.Message.Recipient, refused.Why);
                break;
            default:
                LogSettled(claimed.Id, claimed.Message.Way, sending.GetType().Name);
                break;
        }
    }

    private void Watch(ClaimedMessage claimed, Sending sending)
    {
        if (!Enum.TryParse<Way>(claimed.Message.Way, out var by))
            return;
        switch (sending)
        {
            case Sending.Sent:
                watch.Worked(by);
                break;
            case Sending.Retry retry:
                watch.Failed(by, retry.Why);
                break;
            case Sending.Refused refused:
                watch.Failed(by, refused.Why, claimed.Message.Recipient);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} by {Way}: the attempt failed in a way it should not.")]
    private partial void LogDefect(Exception defect, long id, string way);

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {Id} by {Way}, attempt {Attempt}: {Why}; again in {After}.")]
    private partial void LogRetry(long id, string way, int attempt, string why, Duration after);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} on ticket {TicketId} will not reach {Person} by {Way}: {Why}.")]
    private partial void LogRefused(long id, long? ticketId, string way, string person, string why);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Message {Id} by {Way}: {Outcome}.")]
    private partial void LogSettled(long id, string way, string outcome);
}
