using ChatSupport.Desk.Language;
using Npgsql;

namespace ChatSupport.Desk.Storage;

/// <summary>A look at a database: can it be reached, and is what it holds ours to work with?</summary>
internal static class PostgresProbe
{
    public static StoreProbe Look(string connection)
    {
        var address = PostgresAddress.Of(connection);
        try
        {
            using var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString);
            database.Open();
            var scripts = ExecutedScripts(database);
            return new StoreProbe(address.Said(), scripts.Count > 0, Migration.Refusal(scripts, address.Said()));
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException)
        {
            return new StoreProbe(address.Said(), false, DeskText.Say("Storage.ServerRefuses", address.Said(), error.Message));
        }
    }

    /// <summary>A database that was only just created has none.</summary>
    private static List<string> ExecutedScripts(NpgsqlConnection database)
    {
        using var exists = new NpgsqlCommand("SELECT to_regclass('schemaversions') IS NOT NULL", database);
        var executed = new List<string>();
        if (exists.ExecuteScalar() is false)
            return executed;
        using var scripts = new NpgsqlCommand("SELECT scriptname FROM schemaversions", database);
        using var row = scripts.ExecuteReader();
        while (row.Read())
            executed.Add(row.GetString(0));
        return executed;
    }
}
