using System.Globalization;

namespace ChatSupport.Tests.Voice;

/// <summary>The two nights on which the clocks are changed: an hour is an hour, and so are the five minutes of the ladder.</summary>
public sealed class DaylightSavingTests
{
    [Theory]
    [InlineData("2027-03-28T01:58:00+01:00", "03:58", "2027-03-28T03:58:00+02:00", "2027-03-28T03:04:00+02:00")]
    [InlineData("2027-10-31T02:30:00+02:00", "02:30", "2027-10-31T02:30:00+01:00", "2027-10-31T02:36:00+02:00")]
    [InlineData("2027-10-31T02:58:00+02:00", "02:58", "2027-10-31T02:58:00+01:00", "2027-10-31T02:04:00+01:00")]
    public Task The_hour_and_the_ladder_go_by_elapsed_time(string call, string spoken, string due, string next) => PhoneStory.At(call, async story =>
    {
        var (onCall, following, taker) = call.StartsWith("2027-03", StringComparison.Ordinal) ? (story.Nadia, story.Tom, "Tom Lefèvre") : (story.Tom, story.Nadia, "Nadia Benali");
        await story.Claire.Dials().Hears("avant", spoken).HangsUp();
        await story.Claire.GetsText(spoken);
        Assert.Equal(DateTimeOffset.Parse(due, CultureInfo.InvariantCulture), (await story.TheTicketOf("borealis")).Clock.DueAt);

        await onCall.PhoneRings().DoesNotAnswer().PhoneRings().DoesNotAnswer();
        await story.Desk.ItIs(next);
        await following.PhoneRings().Presses("1").IsHungUpOn();
        await story.Claire.GetsText(taker);
        Assert.Equal("Met", (await story.TheTicketOf("borealis")).Clock.Standing);
    });
}
