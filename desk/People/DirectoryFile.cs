using System.IO;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People.Reading;

namespace ChatSupport.Desk.People;

/// <summary>The directory as it is written: one YAML file, validated as a whole.</summary>
public static class DirectoryFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Never throws: a file that is missing or may not be read is an error as well.</summary>
    public static DirectoryReading Open(string path) => Bytes(path) is { } bytes ? Read(bytes) : NotReadable(path);

    public static DirectoryReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static DirectoryReading Read(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException failure)
        {
            return Refused(1 + bytes[..failure.Index].Count((byte)'\n'), "NotUtf8");
        }

        var findings = new Findings();
        var directory = DirectoryReader.Read(text, Hash(bytes), findings);
        return new DirectoryReading(directory, findings.InOrder);
    }

    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Null when the file is missing or may not be read.</summary>
    internal static byte[]? Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static DirectoryReading NotReadable(string path) => Refused(0, "NotReadable", path);

    private static DirectoryReading Refused(int line, string entry, params ReadOnlySpan<object?> with) =>
        new(null, [new DirectoryError(line, DeskText.Say($"Directory.{entry}", with))]);
}
