using System.IO;
using System.Security.Cryptography;

namespace ChatSupport.Voice.Recordings;

/// <summary>Where messages are kept: one file each, complete or not there at all.</summary>
internal sealed class RecordingFolder(VoiceSettings settings)
{
    /// <summary>A message of three minutes takes 3 MB.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    /// <summary>Null while the message is not here, and for a name that no carrier gives.</summary>
    public string? Find(string recording) => IsName(recording) && Path.GetFullPath(PathOf(recording)) is var path && File.Exists(path) ? path : null;

    /// <summary>Keeps the sound and reads it back.</summary>
    /// <returns>What is in the file now; null when it is not a sound of a bearable length.</returns>
    public async Task<(long Size, string Sha256)?> Keep(string recording, Stream sound, CancellationToken stop)
    {
        if (!IsName(recording))
            return null;
        System.IO.Directory.CreateDirectory(settings.Recordings);
        var unfinished = $"{PathOf(recording)}.{Guid.NewGuid():N}.part";
        try
        {
            string sent;
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                if (await Copy(sound, file, stop) is not { } hash)
                    return null;
                sent = hash;
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, PathOf(recording), overwrite: true);
            await using var kept = File.OpenRead(PathOf(recording));
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(kept, stop)) == sent ? (kept.Length, sent) : null;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Nothing of it is left here, also when there was nothing.</summary>
    public void Erase(string recording)
    {
        if (Find(recording) is { } path)
            File.Delete(path);
    }

    private static async Task<string?> Copy(Stream from, Stream to, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        long size = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, stop)) > 0)
        {
            if (size == 0 && !IsSound(buffer.AsSpan(0, read)))
                return null;
            size += read;
            if (size > MaxBytes)
                return null;
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        return size > 0 ? Convert.ToHexStringLower(hash.GetHashAndReset()) : null;
    }

    /// <summary>A WAV file, or an MP3.</summary>
    private static bool IsSound(ReadOnlySpan<byte> start) =>
        start.StartsWith("RIFF"u8) || start.StartsWith("ID3"u8) || start is [0xFF, >= 0xE0, ..];

    private static bool IsName(string recording) => recording is ['R', 'E', _, ..] && recording.Length <= 64 && recording.All(char.IsAsciiLetterOrDigit);

    private string PathOf(string recording) => Path.Combine(settings.Recordings, recording + ".wav");
}
