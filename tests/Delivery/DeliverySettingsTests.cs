using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Delivery;
using ChatSupport.Desk.Language;
using Microsoft.Extensions.Configuration;

namespace ChatSupport.Tests.Delivery;

public sealed class DeliverySettingsTests
{
    private readonly Findings findings = new();

    [Fact]
    public void What_is_left_out_is_as_usual() => Assert.Equal(new DeliverySettings(), Read());

    [Fact]
    public void What_is_said_holds() =>
        Assert.Equal(new DeliverySettings(2, 5), Read(("Delivery:Parallelism", "2"), ("Delivery:Attempts", "5")));

    [Theory]
    [InlineData("0")]
    [InlineData("65")]
    [InlineData("many")]
    public void A_number_out_of_range_is_refused_with_the_range(string number)
    {
        Read(("Delivery:Parallelism", number));
        Assert.Equal(
            $"Delivery:Parallelism is “{number}”; write a whole number from 1 to 64, or leave it out.", Assert.Single(findings.All).In(Tongue.English));
    }

    private DeliverySettings Read(params (string Key, string? Value)[] settings) => DeliverySettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => pair.Value)).Build().GetSection("Delivery"),
        findings);
}
