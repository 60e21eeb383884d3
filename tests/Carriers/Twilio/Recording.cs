using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>A message at the carrier. Its sound is a silence with the words in it, so that whoever plays it can be seen to play this one.</summary>
internal sealed class Recording(string sid, int seconds, string words)
{
    private const int HeaderBytes = 44;
    private const int Rate = 8000;

    public string Sid => sid;

    public string Url => $"https://api.twilio.com/2010-04-01/Accounts/{TwilioCarrier.AccountSid}/Recordings/{sid}";

    public KeyValuePair<string, string>[] Facts =>
        [new("RecordingSid", sid), new("RecordingUrl", Url), new("RecordingDuration", seconds.ToString(CultureInfo.InvariantCulture))];

    /// <summary>8 kHz, 16 bits, mono, as Twilio records.</summary>
    public byte[] Wav()
    {
        var said = Encoding.UTF8.GetBytes($"«{words}»");
        var wav = new byte[HeaderBytes + Math.Max(said.Length, seconds * Rate * 2)];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), wav.Length - 8);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(34), 16);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), wav.Length - HeaderBytes);
        said.CopyTo(wav, HeaderBytes);
        return wav;
    }

    /// <summary>A sound of that many seconds in which nothing is said.</summary>
    public static byte[] Tone(int seconds) => new Recording("", seconds, "").Wav();

    public static string HeardIn(string sound) => sound.Split('«', '»') is [_, var words, ..] ? $"♪ {words} ♪" : "♪";
}
