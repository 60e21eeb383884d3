using System.Text.RegularExpressions;

namespace ChatSupport.Tests.House;

/// <summary>docs/security.md says where each threat is tested; those tests are there.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly HashSet<string> Tests = [.. typeof(SecurityPageTests).Assembly.GetTypes().Select(type => type.Name)];

    [Fact]
    public void Every_test_class_that_the_page_names_exists() =>
        Found.Nothing(Named(Page()).Where(name => !Tests.Contains(name)));

    [Fact]
    public void Every_threat_names_where_it_is_tested() => Found.Nothing(
        from line in Page().Split('\n')
        where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| threat", StringComparison.Ordinal)
        where !Named(line).Any()
        select line);

    private static string Page() => System.IO.File.ReadAllText(Repository.PathOf("docs", "security.md"));

    private static IEnumerable<string> Named(string text) => TestClass.Matches(text).Select(match => match.Groups["name"].Value).Distinct();

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestClass { get; }
}
