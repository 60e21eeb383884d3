using ChatSupport.Desk.Clock;
using NodaTime;

namespace ChatSupport.Tests.Clock;

public sealed class IsoTimeTests
{
    [Theory]
    [InlineData("2026-12-24T17:30:00+01:00", "2026-12-24T17:30:00+01:00")]
    [InlineData("2026-12-24T16:30:00Z", "2026-12-24T17:30:00+01:00")]
    [InlineData("2026-12-24T16:30Z", "2026-12-24T17:30:00+01:00")]
    [InlineData("2026-12-24T22:00:00+05:30", "2026-12-24T17:30:00+01:00")]
    [InlineData("2026-12-24T17:30:00.25+01:00", "2026-12-24T17:30:00.25+01:00")]
    [InlineData("2026-12-24T17:30:15", "2026-12-24T17:30:15+01:00")]
    [InlineData("2026-07-24T17:30", "2026-07-24T17:30:00+02:00")]
    public void A_time_is_read_with_or_without_offset_and_written_in_Paris(string read, string written) =>
        Assert.Equal(written, IsoTime.Write(IsoTime.Read(read)!.Value));

    [Fact]
    public void A_time_that_happens_twice_is_the_first_one() =>
        Assert.Equal("2027-10-31T02:30:00+02:00", IsoTime.Write(IsoTime.Read("2027-10-31T02:30")!.Value));

    [Fact]
    public void A_time_that_never_happens_is_pushed_past_the_gap() =>
        Assert.Equal("2027-03-28T03:30:00+02:00", IsoTime.Write(IsoTime.Read("2027-03-28T02:30")!.Value));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-29T10:00")]
    [InlineData("2026-12-24T25:00")]
    [InlineData("24/12/2026 17:30")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("1969-12-31T23:59:59Z")]
    public void What_is_no_time_of_ours_is_not_read(string text) => Assert.Null(IsoTime.Read(text));

    [Fact]
    public void Summer_and_winter_have_the_offset_of_Paris()
    {
        Assert.Equal("2027-03-28T01:59:59+01:00", IsoTime.Write(Instant.FromUtc(2027, 3, 28, 0, 59, 59)));
        Assert.Equal("2027-03-28T03:00:00+02:00", IsoTime.Write(Instant.FromUtc(2027, 3, 28, 1, 0)));
    }
}
