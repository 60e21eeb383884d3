using System.Globalization;
using System.Text.RegularExpressions;
using ChatSupport.Desk.Storage;
using Npgsql;

namespace ChatSupport.Bench.Scale;

/// <summary>How a database goes about every statement that is measured, of those that concern a table which grows.</summary>
internal static partial class ScalePlans
{
    private const int Beginning = 60;
    private const int End = 90;

    /// <summary>What an embedded store has been asked so far; the statements are the same for both databases.</summary>
    public static async Task<IReadOnlyList<string>> Statements(Store store)
    {
        var read = await store.Read(reader => ValueTask.FromResult(reader.Texts.ToList()));
        var written = await store.Write(session => ValueTask.FromResult(session.Texts.ToList()));
        return [.. read.Concat(written).Distinct(StringComparer.Ordinal).Where(text => Finds.IsMatch(text)).Order(StringComparer.Ordinal)];
    }

    public static async Task Print(Store store, string? postgres, IReadOnlyList<string> statements)
    {
        Console.WriteLine($"plans of {statements.Count} statements; an exclamation mark where a table that grows is read as a whole");
        await using var connection = postgres is null ? null : new NpgsqlConnection(postgres + ";Pooling=false");
        foreach (var text in statements)
        {
            var nodes = connection is null ? await OfSqlite(store, text) : await OfPostgres(connection, text);
            var line = Blanks.Replace(text, " ").Trim();
            // What is read in the order of the ids ends with its limit.
            var isWhole = nodes.Any(Whole.IsMatch) && !line.Contains("LIMIT", StringComparison.Ordinal);
            Console.WriteLine($"{(isWhole ? "!" : " ")} {(line.Length > Beginning + End ? $"{line[..Beginning]} … {line[^End..]}" : line)}\n      {string.Join("; ", nodes.Distinct(StringComparer.Ordinal))}");
        }
    }

    private static async Task<IReadOnlyList<string>> OfSqlite(Store store, string text)
    {
        var nodes = await store.Read(reader => reader.Prepare("EXPLAIN QUERY PLAN " + text).With(new object?[Parameters(text)]).All(row => row.GetString(3)));
        return [.. nodes.Where(node => Step.IsMatch(node))];
    }

    /// <summary>The plan that is kept for whatever the values are.</summary>
    private static async Task<IReadOnlyList<string>> OfPostgres(NpgsqlConnection connection, string text)
    {
        if (connection.State != System.Data.ConnectionState.Open)
            await connection.OpenAsync();
        var values = string.Join(", ", Enumerable.Repeat("NULL", Parameters(text)));
        await Execute($"SET plan_cache_mode = force_generic_plan; PREPARE measured AS {text}");
        var nodes = new List<string>();
        await using (var explain = new NpgsqlCommand($"EXPLAIN (COSTS OFF) EXECUTE measured{(values.Length > 0 ? $"({values})" : "")}", connection))
        await using (var rows = await explain.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                if (Node.Match(rows.GetString(0)) is { Success: true, Value: var node })
                    nodes.Add(node.Trim());
        await Execute("DEALLOCATE measured");
        return nodes;

        async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static int Parameters(string text) =>
        Parameter.Matches(text).Select(match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();

    [GeneratedRegex(@"\b(?:FROM|JOIN|UPDATE|INTO) (?:tickets|events|outbox|deliveries|posted_messages)\b(?!.*\bVALUES \(\$)", RegexOptions.Singleline, 1000)]
    private static partial Regex Finds { get; }

    [GeneratedRegex(@"\bSCAN (?:tickets|events|outbox|deliveries|posted_messages)(?! USING)|Seq Scan on (?:tickets|events|outbox|deliveries|posted_messages)", RegexOptions.None, 1000)]
    private static partial Regex Whole { get; }

    [GeneratedRegex("^SEARCH |^SCAN (?!tray|CONSTANT)", RegexOptions.None, 1000)]
    private static partial Regex Step { get; }

    [GeneratedRegex(@"(?:Index|Seq|Bitmap|Tid)[^(]* (?:on|using) .*|LockRows|Sort$", RegexOptions.None, 1000)]
    private static partial Regex Node { get; }

    [GeneratedRegex(@"\$(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter { get; }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks { get; }
}
