using System.IO;
using System.Reflection;
using ChatSupport.Desk.Language;
using DbUp.Builder;
using DbUp.Engine;

namespace ChatSupport.Desk.Storage;

/// <summary>Brings the schema up to date with the scripts embedded from <c>Schema/</c>, each in a transaction of its own.</summary>
internal static class Migration
{
    private const string Folder = ".Storage.Schema.";

    /// <exception cref="StoreRefusedException">A newer program has been here; its schema is not ours to touch.</exception>
    public static void Run(UpgradeEngineBuilder database, Dialect dialect, string where)
    {
        var scripts = Scripts();
        var engine = database
            .WithScripts(scripts)
            .WithVariables(dialect.Schema.ToDictionary(StringComparer.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();

        if (Refusal(engine.GetExecutedScripts(), where) is { } refusal)
            throw new StoreRefusedException(refusal);
        if (engine.PerformUpgrade() is { Successful: false, Error: var error })
            throw error;
    }

    /// <summary>Why a store with these scripts is not ours; null when it is.</summary>
    public static Sentence? Refusal(IEnumerable<string> executed, string where) =>
        executed.Except(Scripts().Select(script => script.Name), StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? DeskText.Say("Storage.Newer", where, unknown)
            : null;

    private static List<SqlScript> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SqlScript(name[(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..], Text(assembly, name)))];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
