using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Voice.Carrier;

/// <summary>
/// Twilio's signature over a request: HMAC-SHA1 of the public URL and the sorted parameters. The URL is built from configuration, never
/// from what a client says of itself, and is tried with and without its port, since Twilio is not constant in that.
/// </summary>
internal sealed class Signature(VoiceSettings settings)
{
    /// <summary>Twilio leaves its connection overrides out of what it signs; who plays Twilio may sign the address as it was given.</summary>
    private static readonly string[] Asked = ["", VoiceUrls.UntilTaken];

    private readonly byte[][] tokens =
        [.. new[] { settings.AuthToken, settings.AlternateAuthToken }.OfType<string>().Select(Encoding.UTF8.GetBytes)];

    private readonly string[] origins = Origins(settings.BaseUrl);

    /// <param name="target">Path and query as they came on the wire.</param>
    /// <param name="parameters">Those of the body; none for a GET, or for a body that has its hash in the URL.</param>
    public bool IsRight(string signature, string target, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var given = new byte[SHA1.HashSizeInBytes];
        if (!Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
            return false;
        var sorted = Sorted(parameters);
        foreach (var origin in origins)
            foreach (var asked in Asked)
            {
                var signed = Encoding.UTF8.GetBytes(origin + target + asked + sorted);
                if (tokens.Any(token => CryptographicOperations.FixedTimeEquals(HashOf(token, signed), given)))
                    return true;
            }
        return false;
    }

    /// <summary>The signature that Twilio would put on a request to this address; for trying the line out.</summary>
    public string Of(string url, IEnumerable<KeyValuePair<string, string>> parameters) =>
        Convert.ToBase64String(HashOf(tokens[0], Encoding.UTF8.GetBytes(url + Sorted(parameters))));

    /// <summary>Keys in order, the values of a repeated key in order and once each.</summary>
    private static string Sorted(IEnumerable<KeyValuePair<string, string>> parameters) => string.Concat(parameters
        .DistinctBy(parameter => (parameter.Key, parameter.Value))
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
        .Select(parameter => parameter.Key + parameter.Value));

    private static string[] Origins(Uri url) => url.IsDefaultPort
        ? [$"{url.Scheme}://{url.Host}", $"{url.Scheme}://{url.Host}:{url.Port}"]
        : [$"{url.Scheme}://{url.Host}:{url.Port}", $"{url.Scheme}://{url.Host}"];

    // The protocol's choice, not ours.
#pragma warning disable CA5350
    private static byte[] HashOf(byte[] token, byte[] signed) => HMACSHA1.HashData(token, signed);
#pragma warning restore CA5350
}
