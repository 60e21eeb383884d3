using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>What the demo's carrier and the desk know of each other. The token is made anew whenever the program starts.</summary>
/// <param name="Number">The desk's own, E.164.</param>
/// <param name="BaseUrl">How the carrier would reach the desk; what is signed is signed over it.</param>
internal sealed record DemoLine(string Number, Uri BaseUrl)
{
    public string AccountSid { get; } = "AC" + new string('0', 32);

    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public string Root => $"/2010-04-01/Accounts/{AccountSid}/";

    public string Whole(string path) => new Uri(BaseUrl, path).ToString();

    /// <summary>Twilio's: over the address and the parameters in the order of their names.</summary>
    public string Sign(string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var signed = url + string.Concat(form.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key + one.Value));
        // The protocol's choice, not ours.
#pragma warning disable CA5350
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
    }
}
