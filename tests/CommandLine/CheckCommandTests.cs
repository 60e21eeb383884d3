using System.Net;
using System.Net.Sockets;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using NodaTime;

namespace ChatSupport.Tests.CommandLine;

public sealed class CheckCommandTests : IDisposable
{
    private static readonly string Cast = System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml");
    private readonly System.IO.DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("check-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(Tongue.English, "The configuration is complete", "is valid: 3 clients, 3 engineers.", "does not exist yet; a start creates it.", "with these keys: desk.", "No mail is sent.", "Slack is off.", "The phone is not answered.", "Teams: off")]
    [InlineData(Tongue.French, "La configuration est complète", "est valide : 3 clients, 3 intervenants.", "un démarrage la crée.", "avec ces clés : desk.", "Aucun e-mail ne part.", "Slack est fermé.", "Le téléphone ne répond pas.", "Teams : fermé")]
    public async Task When_all_is_well_every_item_has_its_line(Tongue tongue, params string[] said)
    {
        var run = await Check(tongue, $"--Directory:Path={Cast}", "--Api:Keys:desk=secret");
        Assert.Equal(0, run.Exit);
        Assert.Equal(["✓", "✓", "✓", "✓", "–", "–", "–", "–"], run.Lines.Select(line => line[..1]));
        Assert.All(run.Lines.Zip(said), pair => Assert.Contains(pair.Second, pair.First, StringComparison.Ordinal));
        Assert.Empty(System.IO.Directory.GetFileSystemEntries(folder.FullName));
    }

    [Theory]
    [InlineData(AzureCarrier.Secret, 0, "✓ Teams: Microsoft gives the bot its token")]
    [InlineData("wrong", 1, "gives the bot no token for tenant")]
    public async Task The_bot_s_registration_is_tried(string password, int exit, string said)
    {
        await using var azure = await AzureCarrier.Start();
        var run = await Check(Tongue.English, [$"--Directory:Path={Cast}", .. azure.Settings, $"--Teams:AppPassword={password}"]);
        Assert.Equal(exit, run.Exit);
        Assert.Contains(run.Lines, line => line.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Tongue.English, "! People in Teams who have not added the bot (", "  • Nadia Benali (the desk): by e-mail, nadia.benali@desk.example", "✓ Everybody who is in Teams has added the bot")]
    [InlineData(Tongue.French, "! Personnes présentes dans Teams qui n’ont pas ajouté le bot (", "  • Nadia Benali (le service) : par e-mail, nadia.benali@desk.example", "✓ Tous ceux qui sont dans Teams ont ajouté le bot")]
    public async Task Who_has_not_added_the_bot_in_Teams_is_named_and_keeps_nothing_from_starting(Tongue tongue, string heading, string nadia, string nobody)
    {
        var directory = DirectoryFile.Open(Cast).Directory!;
        var file = System.IO.Path.Combine(folder.FullName, "desk.db");
        await using var azure = await AzureCarrier.Start();
        string[] settings = [$"--Directory:Path={Cast}", .. azure.Settings, $"--ConnectionStrings:Desk={file}"];
        Assert.All((await Check(tongue, settings)).Lines, line => Assert.Contains(line[0], "✓–"));
        await using var live = await Store.Open(file);

        var run = await Check(tongue, settings);
        Assert.Equal(0, run.Exit);
        Assert.Contains(run.Lines, line => line.StartsWith(heading, StringComparison.Ordinal));
        Assert.Contains(nadia, run.Lines);

        await live.Write(async session =>
        {
            foreach (var one in directory.Active.Select(person => person.Teams).OfType<ChatIdentity>())
                await session.NoteTeams(new TeamsConversationRow(one.Realm, $"a:{one.User}", "Personal", one.User, null, "https://smba.trafficmanager.net/", NodaConstants.UnixEpoch));
            return directory;
        }, TestContext.Current.CancellationToken);
        Assert.StartsWith(nobody, (await Check(tongue, settings)).Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tongue.English, "fr", "Directory:Path désigne")]
    [InlineData(Tongue.French, "en", "Directory:Path names")]
    public async Task It_speaks_the_language_asked_for(Tongue locale, string lang, string said)
    {
        var run = await Check(locale, "--lang", lang, "--Directory:Path=/nowhere.yaml");
        Assert.Equal(1, run.Exit);
        Assert.StartsWith($"✗ {said}", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_error_of_the_configuration_and_of_the_directory_is_told_at_once()
    {
        var file = System.IO.Path.Combine(folder.FullName, "directory.yaml");
        await TestFile.Write(file, (await TestFile.Read(Cast)).Replace("plan: PREMIUM", "plan: GOLD", StringComparison.Ordinal).Replace("role: supervisor", "role: boss", StringComparison.Ordinal));

        var run = await Check(Tongue.English, $"--Directory:Path={file}", "--Public:BaseUrl=desk", "--Mail:Smtp:Port=0");
        Assert.Equal(1, run.Exit);
        Assert.Equal(5, run.Lines.Count(line => line[0] == '✗'));
        Assert.Contains(run.Lines, line => line.StartsWith($"✗ {file}, line 10: “GOLD” is not possible for “plan”", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains("Public:BaseUrl is “desk”", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains("Mail:Smtp needs a Host", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_live_store_is_looked_at_and_left_as_it_is()
    {
        var file = System.IO.Path.Combine(folder.FullName, "desk.db");
        await using var live = await Store.Open(file);
        var run = await Check(Tongue.English, $"--Directory:Path={Cast}", $"--ConnectionStrings:Desk={file}");
        Assert.Equal(0, run.Exit);
        Assert.Contains(run.Lines, line => line == $"✓ The store {file} opens.");
        Assert.True((await live.Check(TestContext.Current.CancellationToken)).Writable);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_told()
    {
        var file = System.IO.Path.Combine(folder.FullName, "desk.db");
        await TestFile.Write(file, string.Concat(Enumerable.Repeat("This is a letter. ", 500)));
        var run = await Check(Tongue.English, $"--Directory:Path={Cast}", $"--ConnectionStrings:Desk={file}");
        Assert.Equal(1, run.Exit);
        Assert.Contains(run.Lines, line => line.StartsWith("✗ The store’s file is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_server_that_answers_is_signed_in_to_and_sent_nothing()
    {
        await using var carrier = new SmtpCarrier();
        var run = await Check(Tongue.English, [$"--Directory:Path={Cast}", .. carrier.Settings, $"--Mail:Smtp:User={SmtpCarrier.User}", $"--Mail:Smtp:Password={SmtpCarrier.Password}"]);
        Assert.Equal(0, run.Exit);
        Assert.Contains(run.Lines, line => line.StartsWith($"✓ The mail server 127.0.0.1:{carrier.Port} answers", StringComparison.Ordinal));
        Assert.Equal(SmtpCarrier.User, carrier.LoggedIn);
        Assert.Empty(carrier.Kept);
    }

    [Theory]
    [InlineData("There is no mail server at", "closed")]
    [InlineData("does not answer in time", "silent")]
    [InlineData("offers no encryption", "plain")]
    [InlineData("refuses the user", "stranger")]
    public async Task A_mail_server_that_does_not_serve_is_told_with_what_to_check(string said, string kind)
    {
        await using var carrier = new SmtpCarrier();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var closed = Port(silent);
        string[] settings = kind switch
        {
            "closed" => ["--Mail:Smtp:Host=127.0.0.1", "--Mail:Smtp:Port=1"],
            "silent" => ["--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={closed}", "--Mail:Smtp:UseTls=false"],
            "plain" => ["--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={carrier.Port}"],
            _ => [.. carrier.Settings, "--Mail:Smtp:User=stranger", "--Mail:Smtp:Password=guess"],
        };
        var run = await Check(Tongue.English, [$"--Directory:Path={Cast}", .. settings]);
        Assert.Equal(1, run.Exit);
        Assert.Contains(said, Assert.Single(run.Lines, line => line[0] == '✗'), StringComparison.Ordinal);
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private async Task<CommandLineRun> Check(Tongue tongue, params string[] settings)
    {
        var run = await CommandLineRun.Of("", tongue,
            ["check", "--environment=Production", $"--ConnectionStrings:Desk={System.IO.Path.Combine(folder.FullName, "to", "come.db")}", .. settings]);
        return run with { Output = run.Output.Replace('\u00a0', ' ') };
    }
}
