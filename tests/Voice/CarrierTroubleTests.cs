using ChatSupport.Desk.Notices;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using ChatSupport.Voice;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Recordings;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Voice;

/// <summary>The carrier refuses, is busy, or its answers are lost: nobody is left uncalled, and nobody is called without end.</summary>
public sealed class CarrierTroubleTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public Task A_carrier_that_is_busy_is_asked_again(int status) => PhoneStory.At(Night, async story =>
    {
        story.Carrier.Faults.Answers("/Calls.json", status, times: 1, retryAfter: 1);
        await story.ClaireCallsAndHangsUp();
        await story.NadiaTakesIt();
        Assert.Equal(1, story.Carrier.CallsPlaced);
    });

    [Fact]
    public Task An_answer_that_is_lost_makes_at_most_one_call_too_many() => PhoneStory.At(Night, async story =>
    {
        story.Carrier.Faults.LosesAnswerTo("/Calls.json");
        await story.ClaireCallsAndHangsUp();
        await story.Nadia.PhoneRings().Answers();
        await story.NadiaTakesIt();
        Assert.InRange(story.Carrier.CallsPlaced, 1, 2);
    });

    [Fact]
    public Task A_number_that_the_carrier_refuses_does_not_hold_up_the_next() => PhoneStory.At(Night, async story =>
    {
        story.Carrier.Faults.Refuses("+33639980301");
        await story.ClaireCallsAndHangsUp();
        await story.Desk.ItIs("2026-12-06T03:10:30+01:00");
        await story.Tom.PhoneRings().Presses("1").Hears("is yours").IsHungUpOn();
        await story.Claire.GetsText("Tom Lefèvre");
    });

    [Fact]
    public async Task A_carrier_that_takes_too_long_is_asked_again()
    {
        await using var carrier = await PaperCarrier.Open();
        await using var desk = await RunningDesk.At(Night, carrier.Settings());
        using var http = new HttpClient(new NeverAnswers()) { Timeout = TimeSpan.FromMilliseconds(1) };
        var twilio = new TwilioClient(http, desk.Services.GetRequiredService<VoiceSettings>());
        Assert.Equal(new Sending.Retry("timeout"), await twilio.Text("+33639980301", "INC-000001", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_carrier_that_cannot_be_reached_is_no_defect_of_ours()
    {
        var carrier = await PaperCarrier.Open();
        await using var desk = await RunningDesk.At(Night, carrier.Settings());
        await carrier.DisposeAsync();
        Assert.False(await desk.Services.GetRequiredService<RecordingKeeper>().Fetch("RE1", TestContext.Current.CancellationToken));
        Assert.False(await desk.Services.GetRequiredService<TwilioClient>().Erase("RE1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task A_recording_that_is_not_there_yet_is_fetched_later() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireReachesTheBeep();
        story.Carrier.Faults.RecordingsComeLate(1);
        await story.Claire.Speaks("Le réseau de fr1 est coupé", 9).HangsUp();
        await story.NadiaTakesIt();
        await story.Carrier.RecordingErased.InTime();
    });

    private sealed class NeverAnswers : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
