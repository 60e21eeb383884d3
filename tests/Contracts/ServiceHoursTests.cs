using ChatSupport.Desk.Contracts;
using NodaTime;
using static ChatSupport.Tests.Clock.Moment;

namespace ChatSupport.Tests.Contracts;

public sealed class ServiceHoursTests
{
    [Theory]
    [InlineData("2027-03-28T01:30+01:00", "2027-03-28T03:30+02:00")]
    [InlineData("2027-03-28T00:59+01:00", "2027-03-28T01:59+01:00")]
    [InlineData("2027-10-31T02:30+02:00", "2027-10-31T02:30+01:00")]
    [InlineData("2027-10-31T01:30+02:00", "2027-10-31T02:30+02:00")]
    public void An_hour_round_the_clock_is_an_elapsed_hour_even_when_clocks_change(string call, string due)
    {
        Assert.Equal(At(due), InitialResponse.Deadline(Plan.Premium, Priority.P1, At(call)));
        Assert.Equal(Duration.FromHours(1), ServiceHours.RoundTheClock.Between(At(call), At(due)));
    }

    [Theory]
    [InlineData(ServiceHours.Business, "2026-12-24T17:30", "2026-12-28T11:30", 50, "2026-12-28T09:30")]
    [InlineData(ServiceHours.Business, "2026-12-24T17:30", "2026-12-28T11:30", 75, "2026-12-28T10:30")]
    [InlineData(ServiceHours.Business, "2026-11-30T10:00", "2026-11-30T14:00", 50, "2026-11-30T12:00")]
    [InlineData(ServiceHours.Business, "2026-11-27T20:20", "2026-11-30T13:00", 75, "2026-11-30T12:00")]
    [InlineData(ServiceHours.RoundTheClock, "2026-12-26T03:05", "2026-12-26T04:05", 50, "2026-12-26T03:35")]
    [InlineData(ServiceHours.RoundTheClock, "2026-12-26T03:05", "2026-12-26T04:05", 75, "2026-12-26T03:50")]
    public void A_share_of_the_way_to_a_deadline_is_a_share_of_what_is_counted(ServiceHours hours, string start, string due, int percent, string at) =>
        Assert.Equal(At(at), hours.Elapsed(At(start), At(due), percent));

    [Fact]
    public void The_whole_way_ends_at_the_deadline() =>
        Assert.Equal(At("2026-11-25T19:00"), ServiceHours.Business.Elapsed(At("2026-11-25T09:00"), At("2026-11-25T19:00"), 100));

    [Fact]
    public void A_night_counts_only_round_the_clock()
    {
        Assert.Equal(Duration.Zero, ServiceHours.Business.Between(At("2026-12-24T19:00"), At("2026-12-28T09:00")));
        Assert.Equal(Duration.FromHours(86), ServiceHours.RoundTheClock.Between(At("2026-12-24T19:00"), At("2026-12-28T09:00")));
        Assert.Equal(Duration.Zero, ServiceHours.RoundTheClock.Between(At("2026-12-28T09:00"), At("2026-12-24T19:00")));
    }
}
