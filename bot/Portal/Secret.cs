using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Bot.Portal;

/// <summary>256 random bits that somebody carries and the store knows only as a hash.</summary>
internal readonly record struct Secret(string Text)
{
    private const int Bytes = 32;

    public static Secret New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Nothing slower is needed: nobody guesses 256 bits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Never the secret: it must not reach a log line.</summary>
    public override string ToString() => nameof(Secret);
}
