using System.Buffers.Binary;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>Messages as telephones record them: 8 kHz, 16 bits, one channel.</summary>
internal static class DemoSound
{
    public const int MaxBytes = 20 * 1024 * 1024;
    private const int HeaderBytes = 44;
    private const int BytesPerSecond = 8000 * 2;

    /// <summary>How fast people speak, in words a second.</summary>
    private const double Pace = 2.5;

    /// <summary>Where only words were given: as long as it takes to say them, and silent.</summary>
    public static byte[] Silence(string words)
    {
        var seconds = Math.Clamp((int)Math.Ceiling(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length / Pace), 1, 180);
        var wav = new byte[HeaderBytes + (seconds * BytesPerSecond)];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), wav.Length - 8);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), BytesPerSecond / 2);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(28), BytesPerSecond);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(34), 16);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), wav.Length - HeaderBytes);
        return wav;
    }

    /// <summary>Zero for what is not a sound as the page sends it.</summary>
    public static int Seconds(ReadOnlySpan<byte> sound) =>
        sound.Length > HeaderBytes && sound.StartsWith("RIFF"u8) ? Math.Max(1, (sound.Length - HeaderBytes) / BytesPerSecond) : 0;
}
