using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Tests.People;

public sealed class RotaTests
{
    private static readonly Engineer Nadia = Engineer("nadia");
    private static readonly Engineer Tom = Engineer("tom");
    private static readonly Engineer Sylvie = Engineer("sylvie");

    private static readonly Rota Weeks = new(new Handover(IsoDayOfWeek.Monday, new LocalTime(9, 0)), [Nadia, Tom], [Nadia, Tom], new LocalDate(2026, 11, 2), []);

    private static readonly Rota Christmas = Weeks with { Overrides = [Stand("2026-12-24T19:00", "2026-12-26T09:00", Tom)] };

    [Theory]
    [InlineData("2026-11-02T08:59:59", "tom")]
    [InlineData("2026-11-02T09:00:00", "nadia")]
    [InlineData("2026-11-09T08:59:59", "nadia")]
    [InlineData("2026-11-09T09:00:00", "tom")]
    [InlineData("2026-11-16T09:00:00", "nadia")]
    [InlineData("2026-10-19T09:00:00", "nadia")]
    [InlineData("2027-11-01T09:00:00", "nadia")]
    public void Each_has_one_week_from_handover_to_handover(string local, string onCall) => Assert.Equal(onCall, Weeks.OnCall(At(local)).Id);

    [Theory]
    [InlineData("2027-03-29T08:59:59", "nadia", "2027-03-29T09:00:00")]
    [InlineData("2027-03-29T09:00:00", "tom", "2027-04-05T09:00:00")]
    [InlineData("2027-11-01T08:59:59", "tom", "2027-11-01T09:00:00")]
    [InlineData("2027-11-01T09:00:00", "nadia", "2027-11-08T09:00:00")]
    public void A_week_in_which_the_clock_changes_still_ends_at_nine(string local, string onCall, string handover)
    {
        Assert.Equal(onCall, Weeks.OnCall(At(local)).Id);
        Assert.Equal(At(handover), Weeks.NextHandover(At(local)));
    }

    [Fact]
    public void A_handover_in_the_hour_that_is_skipped_or_shown_twice_happens_once()
    {
        var sundays = Weeks with { Handover = new Handover(IsoDayOfWeek.Sunday, new LocalTime(2, 30)), Since = new LocalDate(2027, 3, 21) };

        Assert.Equal(Instant.FromUtc(2027, 3, 28, 1, 30), sundays.NextHandover(Instant.FromUtc(2027, 3, 27, 12, 0)));
        Assert.Equal(Instant.FromUtc(2027, 10, 31, 0, 30), sundays.NextHandover(Instant.FromUtc(2027, 10, 30, 12, 0)));
        Assert.Equal(Instant.FromUtc(2027, 11, 7, 1, 30), sundays.NextHandover(Instant.FromUtc(2027, 10, 31, 1, 0)));
    }

    [Fact]
    public void A_rotation_may_begin_on_any_day_of_its_first_week() =>
        Assert.Equal("nadia", (Weeks with { Since = new LocalDate(2026, 11, 5) }).OnCall(At("2026-11-03T12:00:00")).Id);

    [Theory]
    [InlineData("2026-12-24T18:59:59", "tom", "nadia")]
    [InlineData("2026-12-15T12:00:00", "nadia", "tom")]
    public void The_next_of_the_rotation_stands_behind_the_person_on_call(string local, string onCall, string next)
    {
        Assert.Equal(onCall, Weeks.OnCall(At(local)).Id);
        Assert.Equal(next, Weeks.NextOnCall(At(local)).Id);
    }

    [Fact]
    public void Somebody_who_stands_in_does_so_from_the_first_minute_to_before_the_last()
    {
        var swapped = Weeks with { Overrides = [Stand("2026-12-16T19:00", "2026-12-17T09:00", Tom)] };

        Assert.Equal("nadia", swapped.OnCall(At("2026-12-16T18:59:59")).Id);
        Assert.Equal("tom", swapped.OnCall(At("2026-12-16T19:00:00")).Id);
        Assert.Equal("nadia", swapped.NextOnCall(At("2026-12-16T19:00:00")).Id);
        Assert.Equal("nadia", swapped.OnCall(At("2026-12-17T09:00:00")).Id);
    }

    [Fact]
    public void Of_two_who_stand_in_the_one_written_last_counts() => Assert.Equal(
        "sylvie",
        (Weeks with { Overrides = [.. Christmas.Overrides, Stand("2026-12-25T00:00", "2026-12-26T00:00", Sylvie)] }).OnCall(At("2026-12-25T12:00:00")).Id);

    [Fact]
    public void When_a_stranger_to_the_rotation_stands_in_the_coming_week_is_next_not_the_person_who_is_away() => Assert.Equal(
        "tom",
        (Weeks with { Overrides = [Stand("2026-12-14T09:00", "2026-12-21T09:00", Sylvie)] }).NextOnCall(At("2026-12-15T12:00:00")).Id);

    [Fact]
    public void Whoever_is_alone_is_next_as_well() => Assert.Equal("nadia", (Weeks with { Rotation = [Nadia] }).NextOnCall(At("2026-12-15T12:00:00")).Id);

    [Fact]
    public void The_next_handover_is_a_week_or_a_stand_in_whichever_comes_first()
    {
        Assert.Equal(At("2026-12-24T19:00:00"), Christmas.NextHandover(At("2026-12-24T18:00:00")));
        Assert.Equal(At("2026-12-26T09:00:00"), Christmas.NextHandover(At("2026-12-24T19:00:00")));
        Assert.Equal(At("2026-12-28T09:00:00"), Christmas.NextHandover(At("2026-12-26T09:00:00")));
    }

    private static Engineer Engineer(string id) => new(id, new PersonName(id, "Desk"), Tongue.French, EngineerRole.Engineer);

    private static RotaOverride Stand(string from, string to, Engineer engineer) => new(Local(from + ":00"), Local(to + ":00"), engineer);

    private static Instant At(string local) => Local(local).InZoneStrictly(Paris.Zone).ToInstant();

    private static LocalDateTime Local(string text) => LocalDateTimePattern.ExtendedIso.Parse(text).Value;
}
