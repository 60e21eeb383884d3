using ChatSupport.Bot.Language;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Playground.Queue;

/// <summary>One open ticket as the queue shows it at an instant.</summary>
/// <param name="Client">The company's name, or its id once it has left the directory.</param>
/// <param name="Assignee">Null while it is nobody's.</param>
/// <param name="DueAt">The contract's deadline; the objective in its place while a PREMIUM P1 waits for its call.</param>
/// <param name="TimeLeft">How far the deadline is, while an answer is awaited; null when there is nothing to wait for.</param>
/// <param name="Used">How much of the time for the first response has passed, in percent; null when none is counted.</param>
public sealed record QueueRow(
    Ticket Ticket, string Client, string Contact, string? Assignee, Standing Standing, Instant? DueAt, Sentence? TimeLeft, int? Used)
{
    public static QueueRow Of(Ticket ticket, Directory directory, Instant now)
    {
        var clock = ticket.Clock;
        var due = clock.DueAt ?? clock.SoftDueAt;
        var awaited = clock.AnsweredAt is null ? due : null;
        return new QueueRow(
            ticket,
            directory.Client(ticket.Client)?.Name ?? ticket.Client,
            directory.NameOf(ticket.Contact),
            ticket.Assignee is { } assignee ? directory.NameOf(assignee) : null,
            ticket.StandingAt(now),
            due,
            awaited is { } at ? Left(at, now, clock.Hours) : null,
            clock is { AnsweredAt: null, StartedAt: { } start, DueAt: { } end } ? Passed(start, end, now, clock.Hours) : null);
    }

    /// <summary>Business time where the contract counts it, for that is what an engineer has left; what is late is late by every clock.</summary>
    private static Sentence Left(Instant due, Instant now, ServiceHours hours) => due < now
        ? now - due is var late && late < Duration.FromDays(2) ? BotText.Say("Playground.Late", late) : BotText.Say("Playground.LateByDays", late.Days)
        : BotText.Say($"Playground.Left.{hours}", hours.Between(now, due));

    private static int Passed(Instant start, Instant due, Instant now, ServiceHours hours) =>
        hours.Between(start, due) is var whole && whole > Duration.Zero
            ? (int)Math.Min(100, 100 * hours.Between(start, now).TotalMilliseconds / whole.TotalMilliseconds)
            : 100;

}
