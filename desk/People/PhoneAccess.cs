using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Desk.People;

/// <summary>What a caller from an unknown number keys in: the client's code, then its PIN.</summary>
/// <param name="PinHash"><c>pbkdf2-sha256$iterations$salt$hash</c>, salt and hash in base64.</param>
public sealed record PhoneAccess(string Code, string PinHash)
{
    public const string Scheme = "pbkdf2-sha256";

    /// <summary>Takes the same time for every wrong PIN. A hash that nobody can read lets nobody in.</summary>
    public bool Verify(string pin)
    {
        if (PinHash.Split('$') is not [Scheme, var rounds, var salt, var hash]
            || !int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) || iterations == 0
            || Bytes(salt) is not { } saltBytes
            || Bytes(hash) is not { Length: > 0 } expected)
        {
            return false;
        }

        var actual = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(pin), saltBytes, iterations, HashAlgorithmName.SHA256, expected.Length);
        return CryptographicOperations.FixedTimeEquals(actual, expected);
    }

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? bytes[..written] : null;
    }
}
