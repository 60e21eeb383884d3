using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;
using NodaTime;
using static ChatSupport.Desk.Contracts.Plan;
using static ChatSupport.Desk.Contracts.Priority;
using static ChatSupport.Tests.Clock.Moment;

namespace ChatSupport.Tests.Tickets;

public sealed class ResponseClockTests
{
    [Theory]
    [InlineData(Business, P1, "2026-12-24T17:30", "2026-12-24T17:30", "2026-12-28T11:30")] // S1
    [InlineData(Business, P1, "2026-11-27T20:20", "2026-11-30T09:00", "2026-11-30T13:00")] // S2, D4
    [InlineData(Premium, P2, "2026-12-23T16:00", "2026-12-23T16:00", "2026-12-24T16:00")] // S6 a
    [InlineData(Premium, P2, "2026-12-24T16:00", "2026-12-24T16:00", "2026-12-28T16:00")] // S6 b
    [InlineData(Premium, P2, "2026-11-24T22:00", "2026-11-25T09:00", "2026-11-25T19:00")] // S8, D30
    [InlineData(Business, P2, "2026-11-27T18:59", "2026-11-27T18:59", "2026-11-30T18:59")] // S9
    [InlineData(Business, P2, "2026-11-27T19:00", "2026-11-30T09:00", "2026-11-30T19:00")] // S9
    [InlineData(Developpeur, P2, "2026-12-31T18:00", "2026-12-31T18:00", "2027-01-05T18:00")] // S7
    [InlineData(Business, P1, "2027-03-26T18:00", "2027-03-26T18:00", "2027-03-30T12:00")] // clocks go forward, then Easter Monday
    public void A_written_declaration_counts_from_when_it_was_received(Plan plan, Priority priority, string received, string started, string due)
    {
        var clock = ResponseClock.Begin(plan, priority, At(received));
        Assert.Equal((At(started), At(due)), (clock.StartedAt, clock.DueAt));
        Assert.Equal(Standing.Running, clock.StandingAt(At(received)));
    }

    [Theory]
    [InlineData(Developpeur)]
    [InlineData(Business)]
    [InlineData(Premium)]
    public void A_P3_is_best_effort_before_and_after_its_answer(Plan plan)
    {
        var clock = ResponseClock.Begin(plan, P3, At("2026-11-30T10:00"));
        Assert.Equal((null, Standing.BestEffort), (clock.DueAt, clock.StandingAt(At("2027-11-30T10:00"))));
        Assert.Equal(Standing.BestEffort, clock.Answered(At("2026-12-30T10:00")).StandingAt(At("2027-11-30T10:00")));
    }

    [Fact]
    public void An_answer_at_the_deadline_is_in_time_and_a_millisecond_later_is_not() // E29
    {
        var clock = ResponseClock.Begin(Business, P1, At("2026-12-24T17:30"));
        var due = At("2026-12-28T11:30");
        Assert.Equal(Standing.Running, clock.StandingAt(due));
        Assert.Equal(Standing.Missed, clock.StandingAt(due + Duration.FromMilliseconds(1)));
        Assert.Equal(Standing.Met, clock.Answered(due).StandingAt(due + Duration.FromDays(9)));
        Assert.Equal(Standing.Missed, clock.Answered(due + Duration.FromMilliseconds(1)).StandingAt(due));
    }

    [Fact]
    public void A_premium_P1_without_a_call_has_a_soft_objective_and_no_contractual_clock() // D7, E8, S30
    {
        var clock = ResponseClock.Begin(Premium, P1, At("2026-11-30T10:00"));
        Assert.Equal((null, null, At("2026-11-30T14:00")), (clock.StartedAt, clock.DueAt, clock.SoftDueAt));
        Assert.Equal(Standing.NotStarted, clock.StandingAt(At("2026-12-30T10:00")));
        Assert.Equal(Standing.Met, clock.Answered(At("2026-12-30T10:00")).StandingAt(At("2026-12-30T10:00")));
    }

    [Theory]
    [InlineData("2026-11-30T10:00", "2026-11-30T10:50", "2026-11-30T11:50")] // S30
    [InlineData("2026-12-26T02:50", "2026-12-26T03:05", "2026-12-26T04:05")] // S3: a Saturday night after a holiday
    [InlineData("2026-12-06T23:25", "2026-12-06T23:25", "2026-12-07T00:25")] // S18
    [InlineData("2026-11-30T10:00", "2026-11-30T09:40", "2026-11-30T10:40")] // D8: the call came first
    [InlineData("2027-03-28T01:00", "2027-03-28T01:30", "2027-03-28T03:30+02:00")] // D19: the clocks jump from two to three
    [InlineData("2027-10-31T02:00+02:00", "2027-10-31T02:30+02:00", "2027-10-31T02:30+01:00")] // D19: the same hour twice
    public void The_call_gives_a_premium_P1_one_elapsed_hour(string received, string called, string due)
    {
        var clock = ResponseClock.Begin(Premium, P1, At(received)).Called(At(called));
        Assert.Equal((At(called), At(due), ServiceHours.RoundTheClock), (clock.StartedAt, clock.DueAt, clock.Hours));
    }

    [Fact]
    public void Only_the_first_call_counts() => Assert.Equal( // E9
        At("2026-11-30T11:50"),
        ResponseClock.Begin(Premium, P1, At("2026-11-30T10:00")).Called(At("2026-11-30T10:50")).Called(At("2026-11-30T11:20")).Called(At("2026-11-30T10:30")).DueAt);

    [Fact]
    public void A_business_P1_by_phone_counts_from_the_call_when_the_desk_is_open() // D20, E4, E5
    {
        var received = At("2026-11-30T10:00");
        Assert.Equal(At("2026-11-30T13:30"), ResponseClock.Begin(Business, P1, received).Called(At("2026-11-30T09:30")).DueAt);
        Assert.Equal(At("2026-11-30T14:00"), ResponseClock.Begin(Business, P1, received).Called(At("2026-11-30T10:45")).DueAt);
        Assert.Equal(At("2026-11-30T14:00"), ResponseClock.Begin(Business, P1, received).Called(At("2026-11-30T08:59")).DueAt);
    }

    [Theory]
    [InlineData(Premium, P2)]
    [InlineData(Business, P3)]
    [InlineData(Developpeur, P2)]
    public void A_call_about_anything_but_a_P1_changes_no_deadline(Plan plan, Priority priority) // E2, E6
    {
        var clock = ResponseClock.Begin(plan, priority, At("2026-11-30T10:00"));
        Assert.Equal(clock with { CalledAt = At("2026-11-30T10:10") }, clock.Called(At("2026-11-30T10:10")));
    }

    [Fact]
    public void A_call_after_the_answer_changes_nothing() => Assert.Null(
        ResponseClock.Begin(Premium, P1, At("2026-11-30T10:00")).Answered(At("2026-11-30T10:20")).Called(At("2026-11-30T10:30")).DueAt);

    [Fact]
    public void Raised_it_is_due_from_the_requalification() // S17, E35
    {
        var clock = ResponseClock.Begin(Business, P3, At("2026-11-30T09:30")).Requalified(P1, At("2026-11-30T17:00"));
        Assert.Equal((At("2026-11-30T17:00"), At("2026-12-01T11:00")), (clock.StartedAt, clock.DueAt));
    }

    [Fact]
    public void Raised_it_is_never_due_later_than_before() => Assert.Equal( // D6
        At("2026-12-01T09:30"),
        ResponseClock.Begin(Business, P2, At("2026-11-30T09:30")).Requalified(P1, At("2026-11-30T18:00")).DueAt);

    [Fact]
    public void Lowered_it_is_counted_from_its_original_start() => Assert.Equal( // D6
        At("2026-12-01T10:00"),
        ResponseClock.Begin(Business, P1, At("2026-11-30T10:00")).Requalified(P2, At("2026-11-30T12:00")).DueAt);

    [Fact]
    public void Lowering_a_missed_P1_erases_nothing() // D6
    {
        var missed = ResponseClock.Begin(Business, P1, At("2026-11-30T10:00")).Requalified(P3, At("2026-11-30T14:00:01"));
        Assert.Equal((P3, At("2026-11-30T14:00"), Standing.Missed), (missed.Priority, missed.DueAt, missed.StandingAt(At("2026-12-04T10:00"))));
    }

    [Fact]
    public void A_priority_decided_at_the_very_deadline_is_still_in_time() => Assert.Equal( // E29
        At("2026-12-01T10:00"),
        ResponseClock.Begin(Business, P1, At("2026-11-30T10:00")).Requalified(P2, At("2026-11-30T14:00")).DueAt);

    [Fact]
    public void The_answer_freezes_the_verdict() // S16
    {
        var met = ResponseClock.Begin(Business, P1, At("2026-11-30T10:00")).Answered(At("2026-11-30T10:40"));
        foreach (var later in new[] { met.Requalified(P2, At("2026-11-30T16:00")), met.Requalified(P3, At("2026-11-30T16:00")), met.Answered(At("2026-12-30T16:00")) })
            Assert.Equal((At("2026-11-30T14:00"), Standing.Met), (later.DueAt, later.StandingAt(At("2026-12-31T16:00"))));
    }

    [Fact]
    public void Raised_to_a_premium_P1_without_a_call_it_is_due_at_the_earlier_of_its_deadline_and_the_soft_objective() // D6, D7
    {
        var fromP2 = ResponseClock.Begin(Premium, P2, At("2026-11-30T10:00"));
        Assert.Equal(At("2026-11-30T15:00"), fromP2.Requalified(P1, At("2026-11-30T11:00")).DueAt);
        Assert.Equal(At("2026-12-01T10:00"), fromP2.Requalified(P1, At("2026-11-30T18:00")).DueAt);
        Assert.Equal(At("2026-11-30T15:00"), ResponseClock.Begin(Premium, P3, At("2026-11-30T10:00")).Requalified(P1, At("2026-11-30T11:00")).DueAt);
    }

    [Fact]
    public void The_call_then_brings_it_forward_and_never_back()
    {
        var raised = ResponseClock.Begin(Premium, P3, At("2026-11-30T10:00")).Requalified(P1, At("2026-11-30T11:00"));
        Assert.Equal(At("2026-11-30T12:30"), raised.Called(At("2026-11-30T11:30")).DueAt);
        Assert.Equal(At("2026-11-30T15:00"), raised.Called(At("2026-11-30T14:30")).DueAt);
    }

    [Fact]
    public void A_premium_P1_lowered_before_any_call_counts_from_its_declaration() // D6
    {
        var lowered = ResponseClock.Begin(Premium, P1, At("2026-11-30T10:00")).Requalified(P2, At("2026-11-30T12:00"));
        Assert.Equal((At("2026-11-30T10:00"), At("2026-12-01T10:00"), null), (lowered.StartedAt, lowered.DueAt, lowered.SoftDueAt));
    }

    [Fact]
    public void The_same_priority_again_changes_nothing()
    {
        var clock = ResponseClock.Begin(Business, P1, At("2026-11-30T10:00"));
        Assert.Equal(clock, clock.Requalified(P1, At("2026-11-30T11:00")));
    }
}
