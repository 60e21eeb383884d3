namespace ChatSupport.Desk.People.Reading;

/// <summary>What somebody who mistyped a word probably meant.</summary>
internal static class Near
{
    /// <summary>The closest of the known words, or null when none is close: a third of its letters may differ.</summary>
    public static string? To(string written, IEnumerable<string> known) => known
        .Select(word => (word, distance: Distance(written.ToUpperInvariant(), word.ToUpperInvariant())))
        .Where(candidate => candidate.distance <= Math.Max(1, candidate.word.Length / 3))
        .OrderBy(candidate => candidate.distance)
        .FirstOrDefault().word;

    /// <summary>Damerau's: how many letters to add, drop, replace or swap with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                steps[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1),
                    Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[one.Length, other.Length];
    }
}
