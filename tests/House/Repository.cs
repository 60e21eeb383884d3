using System.IO;

namespace ChatSupport.Tests.House;

/// <summary>The sources that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The files that people wrote, with their paths from the root, slashes forward.</summary>
    /// <param name="folder">From the root, such as <c>desk</c>.</param>
    /// <param name="pattern">Such as <c>*.cs</c>.</param>
    public static IEnumerable<(string Path, string Text)> Files(string folder, string pattern) =>
        from file in Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal)
        orderby path
        select (path, File.ReadAllText(file));

    private static string Find(DirectoryInfo? from) => from switch
    {
        null => throw new DirectoryNotFoundException("ChatSupport.sln is in no folder above the tests."),
        _ when File.Exists(Path.Combine(from.FullName, "ChatSupport.sln")) => from.FullName,
        _ => Find(from.Parent),
    };
}
