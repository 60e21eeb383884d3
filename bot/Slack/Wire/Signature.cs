using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace ChatSupport.Bot.Slack.Wire;

/// <summary>Whether a request was signed by Slack, and lately: HMAC-SHA256 over its timestamp and its raw body.</summary>
internal sealed class Signature(string secret)
{
    /// <summary>In seconds, either way: a timestamp of the future is as suspect as one of the past.</summary>
    public const int Window = 300;

    private const int HexLength = 2 * HMACSHA256.HashSizeInBytes;
    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    /// <param name="now">The real clock's.</param>
    public bool IsOf(ReadOnlySpan<byte> body, string? timestamp, string? signature, Instant now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Window
            || signature is not ['v', '0', '=', .. { Length: HexLength }])
            return false;

        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.FromHexString(signature.AsSpan(3), sent, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(sent, Sign(body, timestamp));
    }

    /// <summary>What Slack sends for this body at this time.</summary>
    public string Of(ReadOnlySpan<byte> body, string timestamp) => $"v0={Convert.ToHexStringLower(Sign(body, timestamp))}";

    private byte[] Sign(ReadOnlySpan<byte> body, string timestamp)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
