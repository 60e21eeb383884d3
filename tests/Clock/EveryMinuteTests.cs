using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using NodaTime;

namespace ChatSupport.Tests.Clock;

/// <summary>Seven years of declarations, compared with a calendar that counts minute by minute.</summary>
public sealed class EveryMinuteTests
{
    // Room at the end for the longest deadline.
    private static readonly int Minutes = (int)(MinuteByMinute.Last - MinuteByMinute.First).TotalMinutes - 30 * 1440;

    [Theory]
    [InlineData(Plan.Premium, Priority.P2, 600)]
    [InlineData(Plan.Business, Priority.P1, 240)]
    [InlineData(Plan.Business, Priority.P2, 600)]
    [InlineData(Plan.Developpeur, Priority.P1, 1200)]
    [InlineData(Plan.Developpeur, Priority.P2, 1200)]
    public void A_deadline_is_where_the_last_minute_ends(Plan plan, Priority priority, int businessMinutes)
    {
        for (var minute = 0; minute < Minutes; minute += 7)
            if (InitialResponse.Deadline(plan, priority, At(minute)) != At(MinuteByMinute.Calendar.Deadline(minute, businessMinutes)))
                Assert.Fail($"{plan} {priority} from {At(minute)}");
    }

    [Fact]
    public void The_desk_is_open_in_the_minutes_that_are_counted()
    {
        for (var minute = 0; minute < Minutes; minute++)
            if (BusinessCalendar.French.IsOpen(At(minute)) != MinuteByMinute.Calendar.IsOpen(minute))
                Assert.Fail($"{At(minute)}");
    }

    [Fact]
    public void Time_between_is_the_number_of_minutes_counted()
    {
        for (var minute = 0; minute < Minutes; minute += 61)
        {
            var to = minute + minute * 31 % (30 * 1440);
            var counted = BusinessCalendar.French.Between(At(minute), At(to));
            if (counted != Duration.FromMinutes(MinuteByMinute.Calendar.Counted(minute, to))) Assert.Fail($"{At(minute)} to {At(to)}");
        }
    }

    private static Instant At(int minute) => MinuteByMinute.First + Duration.FromMinutes(minute);
}
