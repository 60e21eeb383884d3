namespace ChatSupport.Desk.Storage;

/// <summary>An instance of the program among those that share the store.</summary>
/// <param name="Beats">Raised as long as it lives. No clocks are compared: who stands still is gone, or might as well be.</param>
/// <param name="DirectoryHash">Of the directory that it has in force.</param>
public sealed record InstanceRow(string Name, long Beats, string DirectoryHash);

/// <summary>Who is at work on the store. What one held that is gone is given up, so that the others take it over.</summary>
public static class InstanceTable
{
    /// <summary>This instance lives.</summary>
    public static async ValueTask Beat(this Session session, string directoryHash) => await session.Prepare(
            """
            INSERT INTO instances (name, beats, directory_hash) VALUES ($1, 1, $2)
            ON CONFLICT (name) DO UPDATE SET beats = instances.beats + 1, directory_hash = excluded.directory_hash
            """)
        .With(session.Instance, directoryHash)
        .Execute();

    public static ValueTask<List<InstanceRow>> Instances(this Reader reader) => reader.Prepare(
            "SELECT name, beats, directory_hash FROM instances ORDER BY name")
        .With()
        .All(row => new InstanceRow(row.GetString(0), row.GetInt64(1), row.GetString(2)));

    /// <summary>Forgets an instance that has stood still, and gives up the messages that it had claimed.</summary>
    /// <returns>False when it has moved since, or another forgot it already.</returns>
    public static async ValueTask<bool> Forget(this Session session, InstanceRow gone)
    {
        var forgotten = await session.Prepare("DELETE FROM instances WHERE name = $1 AND beats = $2").With(gone.Name, gone.Beats).Execute();
        if (forgotten == 0)
            return false;
        await session.ReleaseClaims(gone.Name);
        return true;
    }
}
