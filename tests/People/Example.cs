using System.IO;
using ChatSupport.Desk.People;
using Directory = ChatSupport.Desk.People.Directory;

namespace ChatSupport.Tests.People;

/// <summary>The directory of these tests, and ways to break it.</summary>
internal static class Example
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "People", "directory.yaml"));

    public static Directory Directory { get; } = Read(Text);

    /// <summary>The text with one passage, which must be there, in other words.</summary>
    public static string With(string passage, string instead)
    {
        Assert.Contains(passage, Text, StringComparison.Ordinal);
        var at = Text.IndexOf(passage, StringComparison.Ordinal);
        return Text[..at] + instead + Text[(at + passage.Length)..];
    }

    public static string From(string passage) => Text[Text.IndexOf(passage, StringComparison.Ordinal)..];

    public static string UpTo(string passage) => Text[..Text.IndexOf(passage, StringComparison.Ordinal)];

    public static Directory Read(string text)
    {
        var reading = DirectoryFile.Read(text);
        Assert.Equal([], reading.Errors.Select(error => error.Said.In(Desk.Language.Tongue.English)));
        return reading.Directory!;
    }

    /// <summary>Line and entry of each error.</summary>
    public static IEnumerable<string> Errors(string text) =>
        DirectoryFile.Read(text).Errors.Select(error => $"{error.Line} {error.What.Key["Directory.".Length..]}");
}
