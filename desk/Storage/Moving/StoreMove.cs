using System.Globalization;
using ChatSupport.Desk.Language;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatSupport.Desk.Storage.Moving;

/// <summary>How far a move has come.</summary>
/// <param name="Verified">False while the table is copied, true while its rows are compared one by one.</param>
public sealed record MoveProgress(string Table, bool Verified, long Done, long Rows);

/// <summary>The move was not made, or not to the end; the sentence says what to do.</summary>
public sealed class MoveRefusedException(Sentence sentence, Exception? cause = null) : Exception(sentence.In(Tongue.English), cause)
{
    public Sentence Sentence { get; } = sentence;
}

/// <summary>
/// Moves a desk from its file to a PostgreSQL database. A step and the note of how far it came are one transaction, so that a move
/// that was interrupted goes on where it stopped; at the end every row is compared with what it came from.
/// </summary>
public static class StoreMove
{
    private const string Stage = "move";
    private const string Done = "done";

    /// <param name="file">The path of the embedded store; no program may have it open.</param>
    /// <param name="server">The connection string of an empty database, or of one that an earlier move was filling.</param>
    /// <param name="tell">Is told after every step.</param>
    /// <exception cref="StoreRefusedException">One of them cannot be opened.</exception>
    /// <exception cref="MoveRefusedException">The database is in use, or a row did not arrive as it was.</exception>
    public static async Task Run(string file, string server, Action<MoveProgress> tell, CancellationToken stop)
    {
        if (StoreProbe.Look(file) is not { Exists: true, Problem: null } probe)
            throw new MoveRefusedException(StoreProbe.Look(file).Problem ?? DeskText.Say("Storage.NothingToMove", file));
        // Both have the schema of this program before anything is moved, and the file is ours alone until the end.
        await using var from = await Store.Open(file);
        await (await Store.Open(server)).DisposeAsync();

        using var source = new SqliteConnection($"Data Source={probe.Path};Mode=ReadOnly;Pooling=False");
        source.Open();
        await using var target = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await target.OpenAsync(stop);
        await Begin(target, stop);
        var tables = MovedTable.AllOf(source);
        foreach (var table in tables)
            await TableCopy.Run(table, source, target, done => tell(new(table.Name, false, done, table.Rows)), stop);
        foreach (var table in tables)
            await TableComparison.Run(table, source, target, done => tell(new(table.Name, true, done, table.Rows)), stop);
        await Sql.Run(target, $"UPDATE settings SET value = '{Done}' WHERE name = '{Stage}'", stop);
    }

    /// <summary>A desk that is in use is not written over: a move begins in an empty database, and notes that it did.</summary>
    private static async Task Begin(NpgsqlConnection target, CancellationToken stop)
    {
        var stage = await Sql.Ask(target, $"SELECT value FROM settings WHERE name = '{Stage}'", stop);
        var tickets = Convert.ToInt64(await Sql.Ask(target, "SELECT COUNT(*) FROM tickets", stop), CultureInfo.InvariantCulture);
        if (stage is Done || (stage is null && tickets > 0))
            throw new MoveRefusedException(DeskText.Say("Storage.MoveIntoUse", new NpgsqlConnectionStringBuilder(target.ConnectionString).Said()));
        await Sql.Run(target, $"INSERT INTO settings (name, value) VALUES ('{Stage}', 'begun') ON CONFLICT (name) DO NOTHING", stop);
    }
}
