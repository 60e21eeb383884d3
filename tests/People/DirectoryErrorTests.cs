using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Tests.People;

public sealed class DirectoryErrorTests
{
    /// <summary>What is written, what stands there instead, and the one error that follows.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "timeZone: Europe/Paris", "timeZone: Europe/Lisbon", "3 TimeZone" },
        { "id: borealis", "id: Boréalis", "6 Id" },
        { "id: borealis\n    name: Borealis Énergie", "id: borealis", "6 Missing" },
        { "plan: PREMIUM", "plan: PREMUIM", "8 WordNear" },
        { "plan: PREMIUM", "plan: GOLD", "8 Word" },
        { "plan: PREMIUM", "plan: [PREMIUM]", "8 NotValue" },
        { "plan: PREMIUM", "plan: PREMIUM\n    plan: BUSINESS", "9 KeyTwice" },
        { "plan: PREMIUM", "plna: PREMIUM", "8 KeyNear" },
        { "plan: PREMIUM", "colour: blue", "8 KeyUnknown" },
        { "plan: PREMIUM", "[a, b]: PREMIUM", "8 KeyNotWord" },
        { "plan: PREMIUM", "plan: *offer", "8 Alias" },
        { "language: fr", "language: de", "9 Word" },
        { "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b", "7f3a0c1e", "10 Tenant" },
        { "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a", "7F3A0C1E-5B9D-4E2F-8A6B-1C0D9E8F7A6B", "33 TakenTenant" },
        { "[7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b]", "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b", "10 NotList" },
        { "code: \"4711\"", "code: secret", "11 Code" },
        { "pbkdf2-sha256$600000$example-salt$example-hash", "1234", "11 PinHash" },
        { "plan: BUSINESS", "phone: { code: \"4711\", pinHash: \"pbkdf2-sha256$1$s$h\" }", "31 TakenCode" },
        { "name: { first: Claire, last: Morel }", "name: Claire Morel", "16 NotSection" },
        { "{ first: Claire, last: Morel }", "{ first: Claire }", "16 Missing" },
        { "claire.morel@borealis.example", "claire.morel", "17 Email" },
        { "yanis.haddad@borealis.example", "Claire.Morel@Borealis.example", "25 TakenEmail" },
        { "+33612000101", "0612000101", "18 Phone" },
        { "+33612000101", "+33 6 12 00 01 01", "18 Phone" },
        { "+33612000101", "+336120001", "18 Phone" },
        { "[\"+33612000101\"]", "\"+33612000101\"", "18 NotList" },
        { "+33612000201", "+33612000101", "39 TakenPhone" },
        { "+33613000001", "+33612000101", "66 TakenPhone" },
        { "sms: true", "sms: maybe", "19 Word" },
        { "{ workspace: T0BOREALIS, user: U0CLAIRE }", "{ workspace: T0MERIDIEN, user: U0CLAIRE }", "21 RealmOfClient" },
        { "user: U0YANIS", "user: U0CLAIRE", "28 TakenIdentity" },
        { ", user: U0YANIS", "", "28 Missing" },
        { "id: yanis.haddad", "id: nadia.benali", "61 TakenId" },
        { "id: meridien", "id: borealis", "29 TakenId" },
        { "{ workspace: T0DESK, user: U0NADIA }", "{ workspace: T0BOREALIS, user: U0NADIA }", "67 RealmOfDesk" },
        { "role: supervisor", "role: boss", "78 Word" },
        { "role: supervisor", "role: superviser", "78 WordNear" },
        { ", channel: C0DESKQUEUE", "", "56 Missing" },
        { "\"+33180000000\"", "{ number: 1 }", "59 NotValue" },
        { "day: Monday", "day: Munday", "86 WordNear" },
        { "time: \"09:00\"", "time: 9h", "86 Time" },
        { "duty: [nadia.benali, tom.lefevre]", "duty: [nadia.benali, tom.lefebvre]", "87 WordNear" },
        { "rotation: [nadia.benali, tom.lefevre]", "rotation: [somebody.else]", "88 Word" },
        { "since: 2026-11-02", "since: 02/11/2026", "89 Date" },
        { "from: \"2026-12-24T19:00\"", "from: Christmas", "91 DateAndTime" },
        { "to: \"2026-12-26T09:00\"", "to: \"2026-12-24T19:00\"", "91 OverrideBackwards" },
        { ", engineer: tom.lefevre", "", "91 Missing" },
        { "to: on-call", "to: nobody", "95 Word" },
        { "by: [chat, phone]", "by: [pigeon]", "95 Word" },
        { "wait: 5m", "wait: 5", "95 Wait" },
        { "wait: 5m", "wait: 48h", "95 Wait" },
        { "wait: 5m", "wait: 0m", "95 Wait" },
        { "redial: 1", "redial: -1", "95 Count" },
        { "- { repeat: 3 }", "- { repeat: 3, to: on-call }", "98 KeyUnknown" },
        { "  critical:", "  critical:\n    - { repeat: 1 }", "95 RepeatNotLast" },
        { "50%", "0%", "99 Percent" },
        { "[50%, 75%, 100%]", "[75%, 50%]", "99 WarningsOrder" },
        { "[50%, 75%, 100%]", "[25%, 50%, 75%, 100%]", "99 WarningsOrder" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_once_on_its_line(string written, string instead, string error) =>
        Assert.Equal([error], Example.Errors(Example.With(written, instead)));

    [Fact]
    public void A_file_without_its_two_halves_is_told_what_to_write()
    {
        Assert.Equal(["1 Empty"], Example.Errors(""));
        Assert.Equal(["1 Empty"], Example.Errors("# nothing but a comment"));
        Assert.Equal(["1 NotSection"], Example.Errors("hello"));
        Assert.Equal(["3 Missing"], Example.Errors(Example.UpTo("desk:")));
        Assert.Equal(["1 Missing"], Example.Errors(Example.From("desk:").Split("\nonCall:")[0]));
        Assert.Equal(["2 NoEngineer"], Example.Errors("clients: []\ndesk: { engineers: [] }"));
    }

    [Fact]
    public void What_is_no_plain_yaml_is_reported_where_it_stands()
    {
        Assert.Equal(["7 NotYaml"], Example.Errors(Example.With("name: Borealis", "name: \"Borealis\" \"Énergie")).Take(1));
        Assert.Equal(["100 SecondDocument"], Example.Errors(Example.Text + "---\nmore: true\n"));
        Assert.Contains("8 TooDeep", Example.Errors(Example.With("PREMIUM", new string('[', 40) + new string(']', 40))));
        Assert.Equal([7], DirectoryFile.Read(System.Text.Encoding.Latin1.GetBytes(Example.Text)).Errors.Select(error => error.Line));
    }

    [Fact]
    public void A_ladder_without_a_level_would_wake_nobody() =>
        Assert.Equal(["94 NoLevel"], Example.Errors(Example.UpTo("    - { to: on-call") + "    - { repeat: 3 }\n"));

    [Fact]
    public void A_file_that_is_not_there_is_an_error_about_the_file()
    {
        var error = Assert.Single(DirectoryFile.Open("nowhere/directory.yaml").Errors);

        Assert.Equal(0, error.Line);
        Assert.StartsWith("There is no directory file that can be read at nowhere/directory.yaml", error.Said.In(Tongue.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_is_reported_at_once_in_the_order_of_the_lines() => Assert.Equal(
        ["3 TimeZone", "8 WordNear", "63 Word", "89 Date"],
        Example.Errors(Example.Text
            .Replace("Europe/Paris", "UTC", StringComparison.Ordinal)
            .Replace("PREMIUM", "PREMIM", StringComparison.Ordinal)
            .Replace("      role: engineer\n      language: fr", "      role: pilot\n      language: fr", StringComparison.Ordinal)
            .Replace("2026-11-02", "soon", StringComparison.Ordinal)));
}
