namespace ChatSupport.Tests.Driver;

/// <summary>
/// On which store the tests run: the embedded one, or, with <c>CHATSUPPORT_TESTS_STORE=postgres</c>, a database of its own for each.
/// What is about the embedded store's file has the trait <c>Store=embedded</c>.
/// </summary>
internal static class TestStore
{
    public const string Trait = "Store";
    public const string Embedded = "embedded";

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("CHATSUPPORT_TESTS_STORE") == "postgres";

    /// <summary>The connection of the desk that lives in this folder: the same again for the same folder.</summary>
    public static async Task<string> In(string folder)
    {
        if (!IsPostgres)
            return System.IO.Path.Combine(folder, "desk.db");
        var noted = System.IO.Path.Combine(folder, "database");
        if (!System.IO.File.Exists(noted))
            await System.IO.File.WriteAllTextAsync(noted, await (await PostgresServer.Shared).NewDatabase());
        return await System.IO.File.ReadAllTextAsync(noted);
    }
}
