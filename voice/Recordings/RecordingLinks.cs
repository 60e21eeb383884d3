using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Voice.Carrier;

namespace ChatSupport.Voice.Recordings;

/// <summary>
/// Links by which a message can be heard for a while and by nobody else: signed, and expiring. The carrier plays messages to engineers
/// through them, and an engineer's page offers them; ask for one only for somebody who may hear it.
/// </summary>
public sealed class RecordingLinks
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly byte[] key;
    private readonly VoiceUrls urls;
    private readonly TimeProvider time;

    internal RecordingLinks(VoiceSettings settings, VoiceUrls urls, TimeProvider time)
    {
        key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.AuthToken), "recording-links"u8);
        (this.urls, this.time) = (urls, time);
    }

    /// <summary>The path, from the root of this program, by which the recording can be heard from now on.</summary>
    public string To(string recording)
    {
        var until = time.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds();
        return urls.Path($"recordings/{recording}", ("until", until), ("key", Sign(recording, until)));
    }

    internal bool IsRight(string recording, string until, string signature) =>
        long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && time.GetUtcNow().ToUnixTimeSeconds() <= end
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(recording, end)), Encoding.ASCII.GetBytes(signature));

    private string Sign(string recording, long until) => Base64Url.EncodeToString(HMACSHA256.HashData(
        key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{recording}\n{until}"))));
}
