using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Voice.Calls;

/// <summary>
/// The client is put through: to whoever works on the ticket, in business hours to those on duty, then to the person on call and the next.
/// Only a key counts as an answer, so a mailbox never is one.
/// </summary>
internal static class LiveAttempt
{
    /// <summary>More would try the client's patience; the ladder goes on after the call.</summary>
    public const int MostEngineers = 3;

    /// <summary>Shorter than a mailbox takes to answer.</summary>
    public const int RingSeconds = 20;

    public static Turn Next(Call call, Circumstances it)
    {
        if (call.FoundOpen && it.Ticket is { AcknowledgedBy: not null })
            return Turn.Of(call.At(new Step.Goodbye(Farewell.TakenMeanwhile)), new Effect.TellLine(LineStep.HungUp));
        var next = call.Rung.Length < MostEngineers
            ? Engineers(it).FirstOrDefault(engineer => engineer.Phones.Count > 0 && !call.Rung.Contains(engineer.Id))
            : null;
        return next is null
            ? VoiceMessage.Ask(call)
            : Turn.Of(
                (call with { Rung = call.Rung.Add(next.Id) }).At(new Step.Ring(next.Id, next.Phones[0])),
                new Effect.TellLine(LineStep.Ringing, next.Id));
    }

    /// <summary>Either somebody took the call and it is over, or nobody did and the next is tried.</summary>
    public static Turn Over(Call call, Circumstances it) => call.TakenBy is null
        ? Next(call, it)
        : Turn.Of(call.At(new Step.Goodbye(Farewell.Taken)), new Effect.TellLine(LineStep.HungUp));

    private static IEnumerable<Engineer> Engineers(Circumstances it)
    {
        var rota = it.Directory.Rota;
        Engineer[] assignee = it.Directory.Engineer(it.Ticket?.Assignee ?? "") is { } engineer ? [engineer] : [];
        var onDuty = BusinessCalendar.French.IsOpen(it.Now) ? rota.Duty : [];
        return [.. assignee, .. onDuty, rota.OnCall(it.Now), rota.NextOnCall(it.Now)];
    }
}
