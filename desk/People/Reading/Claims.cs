namespace ChatSupport.Desk.People.Reading;

/// <summary>What may be given only once in the whole file, and on which line it was.</summary>
internal sealed class Claims<T>(string entry, Findings findings, IEqualityComparer<T>? comparer = null) where T : notnull
{
    private readonly Dictionary<T, (int Line, string? By)> taken = new(comparer);

    /// <param name="by">Who claims it, when the same one may do so again.</param>
    public void Take(T? value, int line, string? by = null)
    {
        if (value is null || taken.TryAdd(value, (line, by)))
        {
            return;
        }

        var first = taken[value];
        if (by is null || by != first.By)
        {
            findings.Add(line, entry, first.Line);
        }
    }
}
