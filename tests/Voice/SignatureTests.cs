using System.Net;
using ChatSupport.Tests.Carriers.Twilio;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Voice;

/// <summary>Only the carrier is heard, however it writes the address.</summary>
public sealed class SignatureTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";

    [Theory]
    [InlineData("--Twilio:AlternateAuthToken=the-next-token", "the-next-token", false)]
    [InlineData("--Twilio:AlternateAuthToken=the-next-token", TwilioCarrier.AuthToken, true)]
    public Task Either_token_and_either_way_to_write_the_port_is_right(string setting, string token, bool namesThePort) => PhoneStory.At(Night, async story =>
    {
        story.Carrier.Signs(token, namesThePort);
        await story.Claire.Dials().Hears("Borealis Énergie").HangsUp();
        await story.Claire.GetsText("votre appel est reçu");
        await story.NadiaTakesIt();
    }, setting);

    [Theory]
    [InlineData("""{"CallStatus":"completed"}""", HttpStatusCode.OK)]
    [InlineData("""{"CallStatus":"completed "}""", HttpStatusCode.Forbidden)]
    public async Task A_body_that_is_no_form_is_signed_by_its_hash(string body, HttpStatusCode status)
    {
        await using var carrier = await PaperCarrier.Open();
        await using var desk = await RunningDesk.At(Night, carrier.Settings());
        var target = $"/voice/status?CallSid=CA1&bodySHA256={TwilioSignature.HashOf("""{"CallStatus":"completed"}""")}";
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Of(PaperCarrier.Token, $"https://desk.example.com{target}", []));
        Assert.Equal(status, (await desk.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("#rc=5&rp=all", HttpStatusCode.OK)]
    [InlineData("#rc=1", HttpStatusCode.Forbidden)]
    public async Task An_address_may_be_signed_with_the_retries_that_it_was_given_with(string overrides, HttpStatusCode status)
    {
        await using var carrier = await PaperCarrier.Open();
        await using var desk = await RunningDesk.At(Night, carrier.Settings());
        KeyValuePair<string, string>[] form = [new("CallSid", "CA1"), new("RecordingStatus", "absent")];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/voice/recording") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Of(PaperCarrier.Token, $"https://desk.example.com/voice/recording{overrides}", form));
        Assert.Equal(status, (await desk.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Parameters_that_come_twice_are_signed_once_each_in_their_order()
    {
        await using var carrier = await PaperCarrier.Open();
        await using var desk = await RunningDesk.At(Night, carrier.Settings());
        KeyValuePair<string, string>[] form = [new("CallSid", "CA1"), new("Tag", "b"), new("Tag", "a"), new("Tag", "b"), new("Empty", ""), new("Padded", " x ")];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/voice/status") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Of(PaperCarrier.Token, "https://desk.example.com/voice/status", form));
        Assert.Equal(HttpStatusCode.OK, (await desk.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public Task Whoever_signs_with_another_token_has_no_effect() => PhoneStory.At(Night, async story =>
    {
        story.Carrier.ExpectsFailures = true;
        story.Carrier.Signs("somebody-elses-token", namesThePort: false);
        await story.Claire.Dials().IsHungUpOn();
        Assert.Empty(await story.AllTickets());
    });
}
