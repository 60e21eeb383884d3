using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Tests.People;

public sealed class DirectorySentenceTests
{
    private static string Said(string written, string instead, Tongue tongue) =>
        Assert.Single(DirectoryFile.Read(Example.With(written, instead)).Errors).Said.In(tongue);

    [Fact]
    public void A_misspelt_key_is_recognised()
    {
        Assert.Equal("Line 8: “plna” is not known here: did you mean “plan”?", Said("plan: PREMIUM", "plna: PREMIUM", Tongue.English));
        Assert.Equal("Ligne 8 : « plna » n’est pas connu ici : vouliez-vous écrire « plan » ?", Said("plan: PREMIUM", "plna: PREMIUM", Tongue.French));
    }

    [Fact]
    public void An_unknown_plan_is_answered_with_the_plans_there_are()
    {
        Assert.Equal("Line 8: “GOLD” is not possible for “plan”: write one of PREMIUM, BUSINESS, DEVELOPPEUR, none.", Said("PREMIUM", "GOLD", Tongue.English));
        Assert.Equal("Ligne 8 : « GOLD » n’est pas possible pour « plan » : écrivez l’une de ces valeurs : PREMIUM, BUSINESS, DEVELOPPEUR, none.", Said("PREMIUM", "GOLD", Tongue.French));
    }

    [Fact]
    public void A_missing_key_is_answered_with_a_line_to_copy() =>
        Assert.Equal("Line 16: “last” is missing: write for example “last: Morel”.", Said(", last: Morel", "", Tongue.English));

    [Fact]
    public void A_wrong_item_of_a_list_is_answered_with_a_whole_line_to_copy() => Assert.Equal(
        "Line 10: A cloud tenant is 32 hexadecimal digits or a UUID: write for example “tenants: [7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b]”.",
        Said("tenants: [7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b]", "tenants: [prod]", Tongue.English));

    [Fact]
    public void A_foreign_workspace_is_answered_with_where_to_add_it() => Assert.Equal(
        "Line 21: “T0ELSEWHERE” is not among this client’s: correct it, or add it to the client’s slack.workspaces.",
        Said("workspace: T0BOREALIS, user: U0CLAIRE", "workspace: T0ELSEWHERE, user: U0CLAIRE", Tongue.English));

    [Theory]
    [MemberData(nameof(DirectoryErrorTests.Mistakes), MemberType = typeof(DirectoryErrorTests))]
    public void Every_error_is_a_whole_sentence_in_both_languages_and_repeats_no_address(string written, string instead, string error)
    {
        foreach (var tongue in Tongues.All)
        {
            var sentence = Said(written, instead, tongue);

            Assert.Contains(error.Split(' ')[0], sentence, StringComparison.Ordinal);
            Assert.Matches(@"[.?]$", sentence);
            Assert.DoesNotMatch(@"\{\d", sentence);
            Assert.DoesNotContain("0612000101", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("Claire.Morel@", sentence, StringComparison.Ordinal);
        }
    }
}
