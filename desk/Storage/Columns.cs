using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>Columns as the desk's own types.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static bool Truth(this DbDataReader row, int column) => row.GetInt64(column) != 0;

    public static Instant Instant(this DbDataReader row, int column) => NodaTime.Instant.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static Instant? InstantOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);
}
