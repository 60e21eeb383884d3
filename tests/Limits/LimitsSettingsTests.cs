using System.Net;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Limits;
using ChatSupport.Desk.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ChatSupport.Tests.Limits;

public sealed class LimitsSettingsTests
{
    [Fact]
    public void Without_a_word_there_is_room_for_a_storm_and_no_proxy_is_believed()
    {
        var (settings, findings) = Read();
        Assert.Equal(new LimitsSettings(30_000, 1_200, 6_000, 5_000), settings with { Proxies = new LimitsSettings().Proxies });
        Assert.Empty(settings.Proxies);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("Limits:PerPerson", "9")]
    [InlineData("Limits:PerAddress", "many")]
    [InlineData("Limits:PerKey", "-5")]
    [InlineData("Limits:SignInLinks", "1e3")]
    public void A_number_out_of_range_is_refused_with_the_range(string key, string value)
    {
        var finding = Assert.Single(Read((key, value)).Findings);
        Assert.Contains($"{key} is “{value}”; write a whole number from 10 to ", finding.In(Tongue.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Proxies_are_addresses_and_networks()
    {
        var (settings, findings) = Read(("Public:Proxies", "10.0.0.0/8, 192.0.2.7, fd00::/8"));
        Assert.Equal([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("192.0.2.7/32"), IPNetwork.Parse("fd00::/8")], settings.Proxies);
        Assert.Empty(findings);
        Assert.Equal("Configuration.ProxyWrong", Assert.Single(Read(("Public:Proxies", "ingress.example")).Findings).Key);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010DB800010002")]
    public void A_household_is_one_caller(string address, string caller)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        Assert.Equal(new Caller(CallerKind.Address, caller), Caller.Stranger(http));
    }

    private static (LimitsSettings Settings, IReadOnlyList<Sentence> Findings) Read(params (string Key, string Value)[] settings)
    {
        var findings = new Findings();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
        return (LimitsSettings.Read(configuration, findings), findings.All);
    }
}
