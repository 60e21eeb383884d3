using System.Text.RegularExpressions;

namespace ChatSupport.Tests.House;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void No_sentence_for_people_stands_in_code() => Found.Nothing(
        from file in Ours()
        where !IsHeard(file.Path)
        from literal in Literals.In(file.Path, file.Text)
        where TwoWords().IsMatch(Markup().Replace(literal.Text, "")) && !IsForDevelopers(file.Text.Split('\n')[literal.Line - 1])
        select $"{literal.Path}:{literal.Line}: {literal.Text}");

    [Fact]
    public void No_file_is_longer_than_a_few_screens()
    {
        Assert.DoesNotContain(Ours().Concat(Repository.Files("bench", "*.cs")), file => Lines(file.Text) > 250);
        Assert.DoesNotContain(Repository.Files("tests", "*.cs"), file => Lines(file.Text) > 400);
    }

    [Fact]
    public void Half_of_the_files_are_short_and_nine_in_ten_fit_two_screens()
    {
        var lengths = Ours().Select(file => Lines(file.Text)).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 120);
    }

    [Fact]
    public void Nothing_is_left_for_later() => Found.Nothing(
        from project in new[] { "desk", "voice", "bot", "tests", "bench", "docs", "manifests" }
        where System.IO.Directory.Exists(Repository.PathOf(project))
        from file in Repository.Files(project, "*")
        where file.Path.Split('.')[^1] is "cs" or "resx" or "md" or "yaml" or "sql" or "css" or "js"
        from Match left in LeftForLater().Matches(file.Text)
        select $"{file.Path}: {left.Value}");

    private static IEnumerable<(string Path, string Text)> Ours() =>
        new[] { "desk", "voice", "bot" }.Where(project => System.IO.Directory.Exists(Repository.PathOf(project))).SelectMany(project => Repository.Files(project, "*.cs"));

    private static int Lines(string text) => text.AsSpan().Count('\n');

    /// <summary>The words by which people are understood; they are said by them and not to them.</summary>
    private static bool IsHeard(string path) => path.Contains("/Dialogs/Recognise/", StringComparison.Ordinal) || path.Contains("/Dialogs/Commands/", StringComparison.Ordinal) || path.EndsWith("/FieldNames.cs", StringComparison.Ordinal);

    /// <summary>Exceptions, log lines and the descriptions of metrics are read by whoever runs and mends the program.</summary>
    private static bool IsForDevelopers(string line) =>
        new[] { "throw new ", "new MissingManifestResourceException", "[LoggerMessage(", "description: " }.Any(mark => line.Contains(mark, StringComparison.Ordinal));

    /// <summary>Tags and declarations of style sheets, whatever stands in their values.</summary>
    [GeneratedRegex(@"<[^<>]*>|[a-z-]+:[^:;]+(;|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();

    /// <summary>Two lower-case words in a row: neither a key, nor a pattern, nor SQL in capitals.</summary>
    [GeneratedRegex(@"\p{Ll}{2,} \p{Ll}{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TwoWords();

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|X{3})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeftForLater();
}
