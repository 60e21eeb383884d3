using ChatSupport.Desk.Language;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatSupport.Desk.Storage;

/// <summary>Everything in which databases differ: the words of the schema, how parameters are named, and what errors mean.</summary>
/// <param name="Schema">What stands for <c>$serial$</c> and <c>$clustered$</c> in the scripts.</param>
/// <param name="Parameter">The name of the parameter written <c>$1</c>, <c>$2</c>, ...</param>
/// <param name="Explain">The database's own error as the desk's, when it is the store's fault and not the statement's.</param>
internal sealed record Dialect(
    IReadOnlyDictionary<string, string> Schema, Func<int, string> Parameter, Func<Exception, Exception> Explain)
{
    public static Dialect Sqlite { get; } = new(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // AUTOINCREMENT never gives an id twice, not even that of a forgotten row.
            ["serial"] = "INTEGER PRIMARY KEY AUTOINCREMENT",
            ["clustered"] = "WITHOUT ROWID",
        },
        number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${number}"),
        error => error is SqliteException sqlite ? Unavailable(sqlite) ?? error : error);

    private static StoreUnavailableException? Unavailable(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(DeskText.Say("Storage.Busy"), worthARetry: true, error),
        raw.SQLITE_IOERR or raw.SQLITE_NOMEM or raw.SQLITE_PROTOCOL => new(DeskText.Say("Storage.Failing"), worthARetry: true, error),
        raw.SQLITE_FULL => new(DeskText.Say("Storage.Full"), worthARetry: false, error),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN => new(DeskText.Say("Storage.ReadOnly"), worthARetry: false, error),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new(DeskText.Say("Storage.Damaged"), worthARetry: false, error),
        _ => null,
    };
}
