using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;
using CsCheck;
using NodaTime;

namespace ChatSupport.Tests.Tickets;

/// <summary>Whatever anyone does in whatever order, these things hold.</summary>
public sealed class AnyStoryTests
{
    private static readonly HashSet<(Status, Status)> Reachable = [.. TicketLifecycle.Arrows.Select(arrow => (arrow.From, arrow.To))];

    private static readonly Instant InTheEnd = Instant.FromUtc(2999, 1, 1, 0, 0);

    [Fact]
    public void Every_status_is_reached_along_an_arrow() => Holds((before, after, _) =>
        before.Version == after.Version || Reachable.Contains((before.Status, after.Status)));

    [Fact]
    public void The_timeline_has_no_gaps_and_never_runs_back() => Holds((paper, _) =>
        paper.Timeline.Select(happening => happening.Seq).SequenceEqual(Enumerable.Range(1, paper.Ticket.Version))
        && paper.Timeline.Zip(paper.Timeline.Skip(1)).All(pair => pair.First.At <= pair.Second.At));

    [Fact]
    public void A_ticket_is_acknowledged_once_by_one_person() => Holds((before, after, _) =>
        before.AcknowledgedBy is null || (before.AcknowledgedBy, before.AcknowledgedAt) == (after.AcknowledgedBy, after.AcknowledgedAt));

    [Fact]
    public void Closed_is_final_and_takes_only_notes() => Holds((before, after, step) =>
        before.Status != Status.Closed || after == before || (step.Act is Note && after == before with { Version = after.Version, UpdatedAt = after.UpdatedAt }));

    [Fact]
    public void The_verdict_is_frozen_once_it_is_known() => Holds((before, after, _) =>
        !IsKnown(before) || before.StandingAt(InTheEnd) == after.StandingAt(InTheEnd));

    [Fact]
    public void A_supervisors_decision_stands_until_a_supervisor_changes_it() => Holds((before, after, step) => // R89
        !before.IsPriorityFinal || after.Priority == before.Priority || step.By == "sylvie.roux");

    [Fact]
    public void A_deadline_moves_away_only_when_the_priority_is_lowered_before_the_verdict() => Holds((before, after, _) =>
        before.Clock.DueAt is not { } due || after.Clock.DueAt <= due || (before.Priority.IsMoreUrgentThan(after.Priority) && !IsKnown(before)));

    [Fact]
    public void After_catching_up_nothing_is_overdue() => Holds((paper, now) =>
        paper.CatchUp(now).Ticket.Next(Cast.Directory, now) is not { } next || next.From > now);

    [Fact]
    public void What_is_internal_is_seen_by_the_desk_alone() => Holds((paper, _) => paper.Timeline.All(happening =>
        Actor.Of(Cast.Directory.Person("nadia.benali")!).MaySee(happening.What)
        && Actor.Of(Cast.Directory.Person("paul.renard")!).MaySee(happening.What) == !happening.What.IsInternal));

    [Fact]
    public void A_contact_is_told_of_their_own_tickets_and_nothing_internal() => Holds((paper, _) => paper.Timeline.All(happening =>
        Audience.Of(paper.Ticket, happening, Cast.Directory, new HashSet<Way> { Way.Mail })
            .All(notice => notice.To is not Contact contact || (contact.ClientId == paper.Ticket.Client && !happening.What.IsInternal))));

    [Fact]
    public void Time_on_hold_only_grows_and_runs_only_on_hold() => Holds((before, after, _) =>
        after.OnHoldFor >= before.OnHoldFor && (after.HeldAt is not null) == (after.Status == Status.OnHold));

    [Fact]
    public void A_ticket_is_the_fold_of_its_events_and_survives_the_store() => Holds((paper, _) =>
        TicketFold.Rebuild(1, TicketKind.Incident, "INC-000001", paper.Timeline) == paper.Ticket
        && TicketJson.ReadTicket(TicketJson.Write(paper.Ticket)) with { Id = 1 } == paper.Ticket
        && paper.Timeline.All(happening => TicketJson.ReadEvent(TicketJson.TypeOf(happening.What), TicketJson.Write(happening.What)) == happening.What));

    [Fact]
    public void A_refusal_changes_nothing_and_is_said_in_both_languages() => Story.Any.Sample(story =>
    {
        foreach (var (paper, step, now) in Told(story))
        {
            var before = paper.CatchUp(now).Ticket;
            if (paper.Does(step.Act, step.By, now) is { } refusal)
                Assert.True(before == paper.Ticket && Tongues.All.All(tongue => refusal.Why.In(tongue).Length > 20));
        }
    });

    /// <summary>A verdict is known once an answer was given, or the deadline has passed and was noticed.</summary>
    private static bool IsKnown(Ticket ticket) => ticket.Clock.AnsweredAt is not null || ticket.WarnedAt == 100;

    private static void Holds(Func<Ticket, Ticket, Step, bool> holds) => Story.Any.Sample(story =>
    {
        foreach (var (paper, step, now) in Told(story))
        {
            var before = paper.CatchUp(now).Ticket;
            paper.Does(step.Act, step.By, now);
            if (!holds(before, paper.Ticket, step))
                return false;
        }
        return true;
    });

    private static void Holds(Func<PaperTicket, Instant, bool> holds) => Story.Any.Sample(story =>
    {
        foreach (var (paper, step, now) in Told(story))
        {
            paper.Does(step.Act, step.By, now);
            if (!holds(paper, now))
                return false;
        }
        return true;
    });

    private static IEnumerable<(PaperTicket Paper, Step Step, Instant Now)> Told(Story story)
    {
        var (paper, now) = (PaperTicket.Declared(story.Contact, story.Start, story.Answers), story.Start);
        foreach (var step in story.Steps)
        {
            now += step.After;
            yield return (paper, step, now);
        }
    }
}
