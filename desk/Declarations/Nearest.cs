namespace ChatSupport.Desk.Declarations;

/// <summary>Which known key, or phrase, somebody probably meant.</summary>
public static class Nearest
{
    private const int LongestKey = 40;

    /// <summary>The same key in another spelling, one that the word is part of, or one that is a slip or two away; else null.</summary>
    public static string? To(string key, IEnumerable<string> known) => Among(key, known).FirstOrDefault();

    /// <summary>All that somebody may have meant, the likeliest first.</summary>
    public static IEnumerable<string> Among(string key, IEnumerable<string> known)
    {
        if (key.Length > LongestKey)
            return [];

        var word = Bare(key);
        return known
            .Select(candidate => (Key: candidate, Distance: Distance(word, Bare(candidate))))
            .Where(candidate => candidate.Distance <= word.Length / 3)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Key);
    }

    private static string Bare(string key) => string.Concat(key.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>Letters to add, drop or change; none when one word is the end or the beginning of the other.</summary>
    private static int Distance(string one, string other)
    {
        if (one.Length > 3 && (other.EndsWith(one, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)))
            return 0;

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
