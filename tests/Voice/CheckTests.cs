using System.Net;
using System.Net.Sockets;
using ChatSupport.Tests.Carriers.Twilio;
using ChatSupport.Tests.Driver;
using ChatSupport.Voice;
using ChatSupport.Voice.Checks;

namespace ChatSupport.Tests.Voice;

/// <summary>An operator is told by day what would have every call refused at night.</summary>
public sealed class CheckTests : IAsyncLifetime
{
    private readonly Uri address = FreeAddress();
    private TwilioCarrier carrier = null!;
    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        carrier = await TwilioCarrier.Start();
        desk = await RunningDesk.At("2026-12-08T10:00:00+01:00", [.. carrier.Settings, $"--urls={address}", $"--Public:BaseUrl={address}"]);
        carrier.IsKnownAt(address);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await carrier.DisposeAsync();
    }

    [Fact]
    public async Task When_calls_will_be_answered_there_is_nothing_to_say() => Assert.Empty(await Finds(Settings));

    [Fact]
    public async Task Another_token_than_the_running_desks_is_a_signature_that_will_not_match() =>
        Assert.Equal(["Check.AccountRefused", "Check.SignatureRefused"], await Finds(Settings with { AuthToken = "another" }));

    [Fact]
    public async Task A_base_URL_that_the_carrier_does_not_call_is_told_with_both_addresses()
    {
        carrier.Faults.NumbersPointTo = new Uri("https://old.desk.example/voice/answer");
        Assert.Equal(["Check.AnsweredElsewhere"], await Finds(Settings));
    }

    [Fact]
    public async Task A_base_URL_that_leads_nowhere_is_told() =>
        Assert.Equal(["Check.AnsweredElsewhere", "Check.Unreachable"], await Finds(Settings with { BaseUrl = FreeAddress() }));

    [Fact]
    public async Task A_number_that_is_not_the_accounts_is_told() =>
        Assert.Equal(["Check.NotOurNumber"], await Finds(Settings with { From = "+33188888888" }));

    private VoiceSettings Settings => new(TwilioCarrier.AccountSid, TwilioCarrier.AuthToken, TwilioCarrier.Number, address, desk.Folder) { ApiUrl = carrier.ApiUrl };

    private static async Task<IEnumerable<string>> Finds(VoiceSettings settings) => (await VoiceCheck.Look(settings)).Select(found => found.Key);

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
