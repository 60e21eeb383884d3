using ChatSupport.Tests.Carriers.Twilio;

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

    [Fact]
    public Task Whoever_signs_with_another_token_has_no_effect() => PhoneStory.At(Night, async story =>
    {
        story.Carrier.ExpectsFailures = true;
        story.Carrier.Signs("somebody-elses-token", namesThePort: false);
        await story.Claire.Dials().IsHungUpOn();
        Assert.Empty(await story.AllTickets());
    });
}
