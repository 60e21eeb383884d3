using System.Text.RegularExpressions;

namespace ChatSupport.Tests.House;

/// <summary>English and French are equals, nothing is said that is not written, and nothing is written that is never said.</summary>
public sealed partial class PhrasebookTests
{
    private static readonly IReadOnlyList<Literal> Said =
    [
        .. from project in new[] { "desk", "voice", "bot" }
           where System.IO.Directory.Exists(Repository.PathOf(project))
           from file in Repository.Files(project, "*.cs")
           from literal in Literals.In(file.Path, file.Text)
           select literal,
        .. from file in Repository.Files("bot", "*.razor")
           from Match said in SaidByPage().Matches(file.Text)
           select new Literal(file.Path, 0, InPage().Replace(said.Groups["key"].Value, Literal.Hole.ToString())),
    ];

    private static readonly HashSet<string> Plain = [.. Said.Where(literal => !literal.IsInterpolated).Select(literal => literal.Text)];

    /// <summary>What may fill a hole: a literal, a part of a path, the name of a value.</summary>
    private static readonly HashSet<string> Words =
    [
        .. Plain,
        .. Plain.SelectMany(literal => literal.Split('/', '{', '}')),
        .. new[] { typeof(Desk.ServiceDesk), typeof(ChatSupport.Voice.VoiceSetup), typeof(Bot.BotHost) }.SelectMany(one => one.Assembly.GetTypes()).Where(type => type.IsEnum).SelectMany(Enum.GetNames),
        .. typeof(Desk.Tickets.TicketEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Desk.Tickets.TicketEvent))).Select(type => type.Name),
    ];

    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.ToString())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_same_entries_in_both_languages(string name) =>
        Assert.Equal(PageOf(name).English.Keys.Order(StringComparer.Ordinal), PageOf(name).French.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void An_entry_has_the_same_holes_in_both_languages(string name) => Found.Nothing(
        from entry in PageOf(name).English
        let french = PageOf(name).French[entry.Key]
        where !HolesIn(entry.Value).SetEquals(HolesIn(french))
        select $"{entry.Key}: {entry.Value} | {french}");

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_entry_is_empty_or_begins_or_ends_in_a_space(string name) => Assert.DoesNotContain(
        PageOf(name).English.Concat(PageOf(name).French), entry => entry.Value.Length == 0 || entry.Value != entry.Value.Trim());

    [Theory]
    [MemberData(nameof(Pages))]
    public void French_is_set_as_French_is(string name) => Assert.DoesNotContain(
        PageOf(name).French, entry => LooseTypography().IsMatch(entry.Value));

    [Fact]
    public void No_two_pages_of_a_project_have_one_name() =>
        Assert.Equal(Page.All.Count, Page.All.Select(page => page.ToString()).Distinct().Count());

    [Fact]
    public void Every_sentence_that_is_said_is_written()
    {
        var written = Page.All.SelectMany(page => page.Keys).ToHashSet();
        var names = Page.All.Select(page => page.Name).ToHashSet();
        Found.Nothing(
            from literal in Said
            where Key().IsMatch(literal.Text) && names.Contains(literal.Text.Split('.')[0]) && !written.Contains(literal.Text)
            select $"{literal.Path}:{literal.Line} says {literal.Text}");
    }

    [Fact]
    public void Every_sentence_that_is_written_is_said() =>
        Found.Nothing(Page.All.SelectMany(page => page.Keys.Where(key => page.Name != "Words" && !IsSaid(key))));

    [Fact]
    public void Every_word_names_a_value_and_every_value_of_its_kind_is_named()
    {
        var kinds = typeof(Desk.ServiceDesk).Assembly.GetTypes().Where(type => type.IsEnum).ToDictionary(type => type.Name);
        var words = Page.All.Single(page => page.Name == "Words").English.Keys.Where(word => word.Contains('.', StringComparison.Ordinal)).ToList();
        Assert.Equal(
            words.Select(word => word.Split('.')[0]).Distinct().SelectMany(kind => Enum.GetNames(kinds[kind]).Select(value => $"{kind}.{value}")).Order(StringComparer.Ordinal),
            words.Order(StringComparer.Ordinal));
    }

    /// <summary>As it stands, by its entry alone where a helper knows the page, or as a pattern whose holes are filled from what code says elsewhere.</summary>
    private static bool IsSaid(string key) =>
        Plain.Contains(key)
        || Plain.Contains(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..])
        || Said.Any(pattern => pattern.IsInterpolated && (Fills(pattern.Text, key) || Fills($"{key.Split('.')[0]}.{pattern.Text}", key)));

    private static bool Fills(string pattern, string key)
    {
        var holes = Regex.Match(key, $"^{Regex.Escape(pattern).Replace(Literal.Hole.ToString(), "(.+)", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
        return holes.Success && key.Split('.')[0] == pattern.Split('.')[0]
            && holes.Groups.Values.Skip(1).All(hole => Words.Contains(hole.Value) || int.TryParse(hole.Value, out _));
    }

    private static Page PageOf(string name) => Page.All.Single(page => page.ToString() == name);

    private static HashSet<string> HolesIn(string text) => [.. Hole().Matches(text.Replace("{{", "", StringComparison.Ordinal)).Select(hole => hole.Groups["number"].Value)];

    [GeneratedRegex(@"\{(?<number>[0-9]+)(:[a-z]+)?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex("(Say\\([$]?|[?:] |[(][^\"]*[?] [$]?|=> )\"(?<key>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaidByPage();

    [GeneratedRegex(@"\{[^}]*(\}|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InPage();

    [GeneratedRegex("^[A-Z][A-Za-z]+[.][A-Za-z.]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();

    /// <summary>An ordinary space where French wants one that does not break, or a straight apostrophe between letters.</summary>
    [GeneratedRegex(@" [:;!?»%]|« |\p{L}'\p{L}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooseTypography();
}
