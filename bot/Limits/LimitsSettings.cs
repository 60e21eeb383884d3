using System.Globalization;
using System.Net;
using ChatSupport.Bot.Configuration;

namespace ChatSupport.Bot.Limits;

/// <summary>
/// How much one caller may ask for: the section <c>Limits</c>, in requests a minute, which may also come all at once. On a bad day ten
/// thousand contacts come through the gateways of a few companies, so an address is given much and a person what hands can do.
/// </summary>
/// <param name="PerAddress">Of those who have not proven who they are.</param>
/// <param name="PerPerson">Of one person who is signed in, all their windows together.</param>
/// <param name="PerKey">Of one client's API key. The desk's own keys are as trusted as the desk and have no limit.</param>
/// <param name="SignInLinks">How many links may be asked for from one address in a quarter of an hour.</param>
internal sealed record LimitsSettings(int PerAddress = 30_000, int PerPerson = 1_200, int PerKey = 6_000, int SignInLinks = 5_000)
{
    private const int Least = 10;
    private const int Most = 10_000_000;

    /// <summary>The machines whose word is taken for whom they speak (<c>X-Forwarded-For</c>): <c>Public:Proxies</c>.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    public static LimitsSettings Read(IConfiguration configuration, Findings findings)
    {
        var usual = new LimitsSettings();
        return new LimitsSettings(
            Number(nameof(PerAddress), usual.PerAddress), Number(nameof(PerPerson), usual.PerPerson),
            Number(nameof(PerKey), usual.PerKey), Number(nameof(SignInLinks), usual.SignInLinks))
        {
            Proxies = [.. ProxiesOf(configuration["Public:Proxies"], findings)],
        };

        int Number(string key, int otherwise)
        {
            if (configuration[$"Limits:{key}"] is not { } text)
                return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= Least and <= Most)
                return number;
            findings.Add("LimitWrong", key, text, Least, Most);
            return otherwise;
        }
    }

    private static IEnumerable<IPNetwork> ProxiesOf(string? list, Findings findings)
    {
        foreach (var text in (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (IPNetwork.TryParse(text, out var network))
                yield return network;
            else if (IPAddress.TryParse(text, out var address))
                yield return new IPNetwork(address, address.GetAddressBytes().Length * 8);
            else
                findings.Add("ProxyWrong", text);
    }
}
