using ChatSupport.Desk.Contracts;
using NodaTime;
using static ChatSupport.Tests.Clock.Moment;

namespace ChatSupport.Tests.Contracts;

public sealed class InitialResponseTests
{
    [Theory]
    [InlineData(Plan.Premium, Priority.P1, 60, ServiceHours.RoundTheClock)]
    [InlineData(Plan.Premium, Priority.P2, 600, ServiceHours.Business)]
    [InlineData(Plan.Business, Priority.P1, 240, ServiceHours.Business)]
    [InlineData(Plan.Business, Priority.P2, 600, ServiceHours.Business)]
    [InlineData(Plan.Developpeur, Priority.P1, 1200, ServiceHours.Business)]
    [InlineData(Plan.Developpeur, Priority.P2, 1200, ServiceHours.Business)]
    public void Each_plan_commits_to_so_many_minutes_of_its_hours(Plan plan, Priority priority, int minutes, ServiceHours hours) =>
        Assert.Equal(new Commitment(Duration.FromMinutes(minutes), hours), InitialResponse.For(plan, priority));

    [Theory]
    [InlineData(Plan.Developpeur)]
    [InlineData(Plan.Business)]
    [InlineData(Plan.Premium)]
    public void P3_is_best_effort_with_neither_clock_nor_deadline(Plan plan)
    {
        Assert.Null(InitialResponse.For(plan, Priority.P3));
        Assert.Null(InitialResponse.StartsAt(plan, Priority.P3, At("2026-11-30T09:30")));
        Assert.Null(InitialResponse.Deadline(plan, Priority.P3, At("2026-11-30T09:30")));
    }

    [Theory]
    [InlineData(Plan.Business, Priority.P1, "2026-12-24T17:30", "2026-12-28T11:30")] // S1
    [InlineData(Plan.Business, Priority.P1, "2026-11-27T20:20", "2026-11-30T13:00")] // S2
    [InlineData(Plan.Premium, Priority.P1, "2026-12-26T03:05", "2026-12-26T04:05")] // S3
    [InlineData(Plan.Premium, Priority.P2, "2026-12-23T16:00", "2026-12-24T16:00")] // S6 a
    [InlineData(Plan.Premium, Priority.P2, "2026-12-24T16:00", "2026-12-28T16:00")] // S6 b
    [InlineData(Plan.Developpeur, Priority.P1, "2026-12-31T18:00", "2027-01-05T18:00")] // S7
    [InlineData(Plan.Premium, Priority.P2, "2026-11-24T22:00", "2026-11-25T19:00")] // S8
    [InlineData(Plan.Business, Priority.P2, "2026-11-27T18:59", "2026-11-30T18:59")] // S9
    [InlineData(Plan.Business, Priority.P2, "2026-11-27T19:00", "2026-11-30T19:00")] // S9
    [InlineData(Plan.Business, Priority.P1, "2026-11-30T10:00", "2026-11-30T14:00")] // S16
    [InlineData(Plan.Business, Priority.P1, "2026-11-30T17:00", "2026-12-01T11:00")] // S17
    [InlineData(Plan.Premium, Priority.P1, "2026-12-06T23:25", "2026-12-07T00:25")] // S18
    [InlineData(Plan.Premium, Priority.P1, "2026-11-30T10:50", "2026-11-30T11:50")] // S30
    public void The_scenarios_are_due_when_they_say(Plan plan, Priority priority, string from, string due) =>
        Assert.Equal(At(due), InitialResponse.Deadline(plan, priority, At(from)));

    [Fact]
    public void The_soft_objective_of_a_PREMIUM_P1_without_a_call_is_that_of_BUSINESS() =>
        Assert.Equal(At("2026-11-30T14:00"), InitialResponse.SoftObjective(At("2026-11-30T10:00"))); // S30

    [Fact]
    public void The_clock_starts_at_the_next_opening_except_round_the_clock()
    {
        var night = At("2026-12-24T22:00");

        Assert.Equal(At("2026-12-28T09:00"), InitialResponse.StartsAt(Plan.Business, Priority.P1, night));
        Assert.Equal(night, InitialResponse.StartsAt(Plan.Premium, Priority.P1, night));
        Assert.Equal(At("2026-12-24T10:00"), InitialResponse.StartsAt(Plan.Business, Priority.P1, At("2026-12-24T10:00")));
    }

    [Fact]
    public void Computing_a_deadline_allocates_nothing()
    {
        var from = At("2026-12-24T17:30");
        var due = Compute(from);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = Compute(from);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(due, again);
    }

    // Every plan and priority, every 97 minutes of two years.
    private static double Compute(Instant first)
    {
        var minutes = 0.0;
        for (var plan = Plan.Developpeur; plan <= Plan.Premium; plan++)
            for (var priority = Priority.P1; priority <= Priority.P3; priority++)
                for (var minute = 0; minute < 2 * 365 * 1440; minute += 97)
                    if (InitialResponse.Deadline(plan, priority, first + Duration.FromMinutes(minute)) is { } due)
                        minutes += (due - first).TotalMinutes;
        return minutes;
    }
}
