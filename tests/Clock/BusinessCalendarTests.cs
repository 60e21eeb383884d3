using ChatSupport.Desk.Clock;
using CsCheck;
using NodaTime;
using static ChatSupport.Tests.Clock.Moment;

namespace ChatSupport.Tests.Clock;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar Calendar = BusinessCalendar.French;

    private static readonly Gen<Instant> AnyInstant =
        Gen.Long[0, 7 * 366 * 86_400L].Select(seconds => At("2024-01-01T00:00") + Duration.FromSeconds(seconds));

    private static readonly Gen<Duration> AnyBusinessTime = Gen.Int[1, 20 * 600 * 60].Select(seconds => Duration.FromSeconds(seconds));

    [Theory]
    [InlineData("2026-11-27T08:59:59", false)]
    [InlineData("2026-11-27T09:00", true)]
    [InlineData("2026-11-27T18:59:59", true)]
    [InlineData("2026-11-27T19:00", false)]
    [InlineData("2026-11-28T12:00", false)]
    [InlineData("2026-12-25T12:00", false)]
    [InlineData("2026-07-15T07:00Z", true)]
    [InlineData("2026-12-15T07:00Z", false)]
    public void The_desk_is_open_from_nine_to_seven_on_business_days(string at, bool open) => Assert.Equal(open, Calendar.IsOpen(At(at)));

    [Theory]
    [InlineData("2026-11-27T10:15", "2026-11-27T10:15")]
    [InlineData("2026-11-27T08:00", "2026-11-27T09:00")]
    [InlineData("2026-11-27T19:00", "2026-11-30T09:00")]
    [InlineData("2026-12-24T22:00", "2026-12-28T09:00")]
    [InlineData("2027-03-27T10:00", "2027-03-30T09:00")]
    public void The_next_opening_is_now_when_open_else_nine_on_the_next_business_day(string from, string opening) =>
        Assert.Equal(At(opening), Calendar.NextOpening(At(from)));

    [Fact]
    public void A_deadline_on_closing_time_stays_there() =>
        Assert.Equal(At("2026-11-27T19:00"), Calendar.Add(At("2026-11-27T15:00"), Duration.FromHours(4)));

    [Fact]
    public void Two_business_days_are_twenty_hours_from_when_they_start() =>
        Assert.Equal(At("2026-12-23T09:45"), Calendar.Add(At("2026-12-21T09:45"), Duration.FromMinutes(1200))); // S21

    [Fact]
    public void A_week_across_the_change_of_clocks_still_counts_fifty_hours()
    {
        Assert.Equal(Duration.FromHours(50), Calendar.Between(At("2026-10-23T12:00"), At("2026-10-30T12:00")));
        Assert.Equal(At("2026-10-30T12:00"), Calendar.Add(At("2026-10-23T12:00"), Duration.FromHours(50)));
    }

    [Fact]
    public void Nothing_is_counted_backwards() =>
        Assert.Equal(Duration.Zero, Calendar.Between(At("2026-11-30T12:00"), At("2026-11-30T11:00")));

    [Fact]
    public void Negative_business_time_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Add(At("2026-11-30T12:00"), Duration.FromMinutes(-1)));

    [Theory]
    [InlineData("2026-12-21T15:20", 5, "2026-12-29T19:00")] // S14
    [InlineData("2026-12-21T15:20", 3, "2026-12-24T19:00")]
    [InlineData("2026-12-19T12:00", 1, "2026-12-21T19:00")]
    [InlineData("2026-12-18T20:00", 1, "2026-12-21T19:00")]
    public void A_count_of_whole_business_days_excludes_the_day_it_starts_from(string from, int days, string close)
    {
        Assert.Equal(At(close), Calendar.CloseOfBusinessDay(At(from), days));
        Assert.Equal(At(close) - Duration.FromHours(10), Calendar.OpenOfBusinessDay(At(from), days));
    }

    [Fact]
    public void There_is_no_business_day_number_zero() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.CloseOfBusinessDay(At("2026-12-21T15:20"), 0));

    [Fact]
    public void What_is_added_is_what_is_counted_afterwards() =>
        Gen.Select(AnyInstant, AnyBusinessTime).Sample((start, time) => Calendar.Between(start, Calendar.Add(start, time)) == time);

    [Fact]
    public void A_later_start_is_never_due_earlier() =>
        Gen.Select(AnyInstant, AnyInstant, AnyBusinessTime).Sample((one, other, time) =>
            Calendar.Add(Instant.Min(one, other), time) <= Calendar.Add(Instant.Max(one, other), time));

    [Fact]
    public void Counting_in_two_parts_is_counting_in_one() =>
        Gen.Select(AnyInstant, AnyBusinessTime, AnyBusinessTime).Sample((start, first, second) =>
            Calendar.Add(Calendar.Add(start, first), second) == Calendar.Add(start, first + second));
}
