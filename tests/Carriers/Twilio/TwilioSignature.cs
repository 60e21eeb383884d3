using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>How Twilio signs a request, written from its documentation and not from the product.</summary>
internal static class TwilioSignature
{
    /// <param name="url">As the carrier was told it, without its fragment.</param>
    /// <param name="parameters">Those of a form; none for a GET or for another body.</param>
    public static string Of(string token, string url, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var signed = new StringBuilder(url);
        foreach (var same in parameters.GroupBy(one => one.Key).OrderBy(one => one.Key, StringComparer.Ordinal))
            foreach (var value in same.Select(one => one.Value).Distinct().Order(StringComparer.Ordinal))
                signed.Append(same.Key).Append(value);
        // The protocol's choice.
#pragma warning disable CA5350
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>What the URL of a body that is no form carries.</summary>
    public static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}
