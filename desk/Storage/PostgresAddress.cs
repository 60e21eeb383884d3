using System.Globalization;
using ChatSupport.Desk.Language;
using Npgsql;

namespace ChatSupport.Desk.Storage;

/// <summary>Which PostgreSQL database a connection string names, and how the desk wants to be connected to it.</summary>
internal static class PostgresAddress
{
    // A transaction that stands still, because its instance does, gives back within seconds what others wait for. So does a
    // connection whose other end is gone without a word.
    private const string Limits =
        "-c lock_timeout=10s -c idle_in_transaction_session_timeout=10s -c statement_timeout=120s "
        + "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3";

    private static readonly string[] Keys = ["Host", "Server"];

    public static bool IsNamedBy(string connection) =>
        connection.Split(';').Any(part => part.Split('=') is [var key, _, ..] && Keys.Contains(key.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <exception cref="StoreRefusedException">It is no connection string.</exception>
    public static NpgsqlConnectionStringBuilder Of(string connection)
    {
        try
        {
            var address = new NpgsqlConnectionStringBuilder(connection);
            Unless("Application Name", () => address.ApplicationName = "ChatSupport");
            Unless("Timeout", () => address.Timeout = 5);
            Unless("Keepalive", () => address.KeepAlive = 10);
            Unless("Maximum Pool Size", () => address.MaxPoolSize = 24);
            // What is said again and again is compiled once. Behind a pooler such as PgBouncer set it to 0.
            Unless("Max Auto Prepare", () => address.MaxAutoPrepare = 128);
            Unless("Auto Prepare Min Usages", () => address.AutoPrepareMinUsages = 2);
            // Nothing is ever set for longer than a transaction, so there is nothing to reset between two: it would be seven statements.
            Unless("No Reset On Close", () => address.NoResetOnClose = true);
            address.Options = $"{Limits} {address.Options}".Trim();
            return address;

            void Unless(string key, Action set)
            {
                if (!address.ShouldSerialize(key))
                    set();
            }
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException)
        {
            throw new StoreRefusedException(DeskText.Say("Storage.NotUnderstood"), error);
        }
    }

    /// <summary>The same for connections that only read: whatever is asked in one trip is answered from one snapshot.</summary>
    public static NpgsqlConnectionStringBuilder ForReading(this NpgsqlConnectionStringBuilder address) =>
        new(address.ConnectionString) { Options = $"{address.Options} -c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read" };

    /// <summary>The database as people say it: no user, no password.</summary>
    public static string Said(this NpgsqlConnectionStringBuilder address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address.Host}:{address.Port}/{address.Database}");
}
