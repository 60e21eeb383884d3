using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Watch;
using ChatSupport.Desk.Language;
using Microsoft.Extensions.Configuration;

namespace ChatSupport.Tests.Watch;

public sealed class WatchSettingsTests
{
    [Fact]
    public void Nothing_is_told_to_anybody_unless_it_is_asked_for()
    {
        var (settings, findings) = Read();
        Assert.Equal((null, null, TimeSpan.FromMinutes(1)), (settings.HeartbeatUrl, settings.TracesTo, settings.Every));
        Assert.Empty(findings);
    }

    [Fact]
    public void Each_can_be_said()
    {
        var (settings, findings) = Read(
            ("Watch:HeartbeatUrl", "https://hc.example/uuid"), ("Watch:HeartbeatSeconds", "30"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"));
        Assert.Equal((new Uri("https://hc.example/uuid"), new Uri("http://collector:4317"), TimeSpan.FromSeconds(30)), (settings.HeartbeatUrl, settings.TracesTo, settings.Every));
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("Watch:HeartbeatUrl", "ftp://hc.example/secret")]
    [InlineData("Watch:HeartbeatUrl", "/secret")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "secret:4317")]
    public void What_is_no_web_address_is_refused_without_being_repeated(string key, string value)
    {
        var said = Assert.Single(Read((key, value)).Findings).In(Tongue.English);
        Assert.StartsWith($"{key} is not a web address.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("3601")]
    [InlineData("PT1M")]
    public void A_beat_is_ten_seconds_to_an_hour(string seconds) =>
        Assert.Equal("Configuration.HeartbeatSecondsWrong", Assert.Single(Read(("Watch:HeartbeatSeconds", seconds)).Findings).Key);

    private static (WatchSettings Settings, IReadOnlyList<Sentence> Findings) Read(params (string Key, string Value)[] settings)
    {
        var findings = new Findings();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
        return (WatchSettings.Read(configuration, findings), findings.All);
    }
}
