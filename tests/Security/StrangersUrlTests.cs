using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Teams;
using ChatSupport.Bot.Teams.Files;
using ChatSupport.Desk.Notices;
using Microsoft.Extensions.Configuration;

namespace ChatSupport.Tests.Security;

/// <summary>Addresses that come in with a message: none leads the program into its own network, and none gets a token that is not its own.</summary>
public sealed class StrangersUrlTests
{
    public static TheoryData<string> Elsewhere =>
    [
        "http://169.254.169.254/latest/meta-data/", "http://127.0.0.1:5432/", "http://localhost/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/",
        "file:///etc/passwd", "ftp://smba.trafficmanager.net/", "gopher://smba.trafficmanager.net/",
        "https://evil.example/smba.trafficmanager.net", "https://smba.trafficmanager.net.evil.example/", "https://evilsmba.trafficmanager.net/",
        "https://smba.trafficmanager.net@evil.example/", "https://evil.example#smba.trafficmanager.net", "https://evil.example\\smba.trafficmanager.net/",
        "http://smba.trafficmanager.net/", "https://botframework.com.evil.example/", "https://evilbotframework.com/", "//smba.trafficmanager.net/", "javascript:alert(1)", "",
        "https://evilsharepoint.com/x", "http://contoso.sharepoint.com/x", "https://sharepoint.com.evil.example/x",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void No_answer_goes_where_a_message_of_Teams_says_unless_it_is_Microsoft(string url) =>
        Assert.False(Uri.TryCreate(url, UriKind.Absolute, out var address) && Settings().Hosts.Trusts(address));

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task No_file_is_fetched_from_anywhere_else(string url)
    {
        // With nothing to fetch by: an attempt would fail the test.
        var opened = await new FileSource(null!, null!, Settings()).Open(new SharedFile("x.png", url), TestContext.Current.CancellationToken);
        Assert.Equal(new Sending.Refused("not-a-teams-file"), opened.Failure);
    }

    private static TeamsSettings Settings()
    {
        var findings = new Findings();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Teams:AppId"] = "a", ["Teams:AppPassword"] = "b", ["Teams:TenantId"] = "c" }).Build();
        var settings = TeamsSettings.Read(configuration.GetSection("Teams"), isDemo: false, findings)!;
        Assert.Empty(findings.All);
        return settings;
    }
}
