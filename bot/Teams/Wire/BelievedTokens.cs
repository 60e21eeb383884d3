using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Bot.Teams.Wire;

/// <summary>
/// Tokens that were found good a moment ago: the connector uses one for an hour, and its signature stays the same. One is believed again
/// for some minutes, never beyond its own end, and only while the key by which it was signed is the one that Microsoft signs with. They are
/// kept by their hash, and only good ones are: nobody else can fill this.
/// </summary>
internal sealed class BelievedTokens(SigningKeys keys, TimeProvider time)
{
    /// <summary>Forgetting them costs one look at each signature more.</summary>
    private const int Most = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (ServiceToken Token, DateTimeOffset Until)> believed = new(StringComparer.Ordinal);

    /// <returns>Null for one that has to be looked at.</returns>
    public ServiceToken? Find(string bearer) =>
        believed.TryGetValue(HashOf(bearer), out var known) && time.GetUtcNow() < known.Until && keys.Still(known.Token.Key) ? known.Token : null;

    /// <param name="ends">As the token itself says.</param>
    public ServiceToken Keep(string bearer, ServiceToken token, DateTimeOffset ends)
    {
        if (believed.Count >= Most)
            believed.Clear();
        var longest = time.GetUtcNow() + Longest;
        believed[HashOf(bearer)] = (token, ends < longest ? ends : longest);
        return token;
    }

    private static string HashOf(string bearer) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)));
}
