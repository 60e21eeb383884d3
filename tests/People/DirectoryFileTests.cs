using System.IO;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using NodaTime;

namespace ChatSupport.Tests.People;

public sealed class DirectoryFileTests
{
    private const string Smallest = """
        clients: []
        desk:
          engineers:
            - { id: lea, name: { first: Léa, last: Blanc } }
            - { id: max, name: { first: Max, last: Petit }, role: supervisor }
        """;

    [Fact]
    public void A_client_is_read_with_its_contract_and_its_places()
    {
        var borealis = Example.Directory.Client("borealis")!;

        Assert.Equal("Borealis Énergie", borealis.Name);
        Assert.Equal(Plan.Premium, borealis.Plan);
        Assert.Equal(Tongue.French, borealis.Tongue);
        Assert.True(borealis.Owns("7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b"));
        Assert.True(borealis.Owns("7F3A0C1E-5B9D-4E2F-8A6B-1C0D9E8F7A6B"));
        Assert.False(borealis.Owns("4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a"));
        Assert.Equal("4711", borealis.Phone!.Code);
        Assert.Equal(["T0BOREALIS"], borealis.Slack!.Workspaces);
        Assert.Equal("C0BORSUPP", borealis.Slack.Channel);
        Assert.Equal(["3b0b6a0e-52a3-4c55-9d0e-8f3f0f0c7a11"], borealis.Teams!.Tenants);
    }

    [Fact]
    public void A_contact_is_read_with_every_way_of_reaching_her()
    {
        var claire = Example.Directory.Contact("claire.morel")!;

        Assert.Equal("Claire Morel", claire.Name.Full);
        Assert.Equal("borealis", claire.ClientId);
        Assert.True(claire is { Administrator: true, Sms: true, Active: true });
        Assert.Equal(["+33612000101"], claire.Phones);
        Assert.Equal(new ChatIdentity(ChatService.Slack, "T0BOREALIS", "U0CLAIRE"), claire.Slack);
        Assert.Equal(2, claire.Identities.Count());
    }

    [Fact]
    public void A_contacts_own_language_wins_over_the_clients()
    {
        Assert.Equal(Tongue.French, Example.Directory.Person("claire.morel")!.Tongue);
        Assert.Equal(Tongue.English, Example.Directory.Person("yanis.haddad")!.Tongue);
        Assert.Equal(Tongue.English, Example.Directory.Person("ines.costa")!.Tongue);
    }

    [Fact]
    public void The_desk_is_read_with_its_places_and_its_engineers()
    {
        var places = Example.Directory.Places;

        Assert.Equal(new SlackChannel("T0DESK", "C0DESKQUEUE"), places.Slack);
        Assert.Equal("19:desk-queue@thread.tacv2", places.Teams!.Channel);
        Assert.Equal(new Mailbox("support@desk.example", "Support Technique"), places.Mail);
        Assert.Equal("+33180000000", places.Phone);
        Assert.Equal(["nadia.benali", "tom.lefevre", "sylvie.roux"], Example.Directory.Engineers.Select(engineer => engineer.Id));
        Assert.Equal("sylvie.roux", Assert.Single(Example.Directory.Supervisors).Id);
    }

    [Fact]
    public void The_ladder_and_the_warnings_are_read_as_written()
    {
        var slow = Example.Read(Example.With("by: [chat, phone], wait: 10m, redial: 1", "by: [phone], wait: 90s, redial: 0"));

        Assert.Equal(3, slow.Ladder.Repeat);
        Assert.Equal([EscalationTarget.OnCall, EscalationTarget.NextOnCall, EscalationTarget.Supervisors], slow.Ladder.Levels.Select(level => level.To));
        Assert.Equal([EscalationWay.Phone], slow.Ladder.Levels[2].By);
        Assert.Equal(Duration.FromSeconds(90), slow.Ladder.Levels[2].Wait);
        Assert.Equal(0, slow.Ladder.Levels[2].Redial);
        Assert.Equal([(50, WarningAudience.DeskChannel), (75, WarningAudience.OnCall), (100, WarningAudience.Supervisors)], slow.Warnings.Select(warning => (warning.Percent, warning.To)));
    }

    [Fact]
    public void Clients_and_engineers_suffice_and_the_rest_is_sensible()
    {
        var directory = Example.Read(Smallest);

        Assert.Equal("lea", directory.Rota.OnCall(Instant.FromUtc(2026, 7, 1, 12, 0)).Id);
        Assert.Equal(["lea"], directory.Rota.Duty.Select(engineer => engineer.Id));
        Assert.Equal(EscalationLadder.Default, directory.Ladder);
        Assert.Equal([50, 75, 100], directory.Warnings.Select(warning => warning.Percent));
        Assert.Equal(new DeskPlaces(null, null, null, null), directory.Places);
    }

    [Fact]
    public void A_desk_of_supervisors_alone_takes_turns_all_the_same() =>
        Assert.Equal("max", Example.Read(Smallest.Replace("    - { id: lea, name: { first: Léa, last: Blanc } }\n", "", StringComparison.Ordinal)).Rota.OnCall(default).Id);

    [Theory]
    [InlineData("plan: none")]
    [InlineData("plan:")]
    public void A_client_may_have_no_support_offer(string plan) =>
        Assert.Null(Example.Read(Example.With("plan: PREMIUM", plan)).Client("borealis")!.Plan);

    [Fact]
    public void The_hash_is_that_of_the_files_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes(Example.Text);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Example.Directory.Hash);
        Assert.NotEqual(Example.Directory.Hash, Example.Read(Example.Text + "\n").Hash);
    }

    [Fact]
    public void A_byte_order_mark_is_not_an_error() =>
        Assert.Empty(DirectoryFile.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Example.Text)]).Errors);

    [Fact]
    public void The_demos_own_directory_is_valid_and_lies_beside_the_program()
    {
        var reading = DirectoryFile.Open(Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"));

        Assert.Empty(reading.Errors);
        Assert.Equal(["borealis", "meridien", "studio-kite"], reading.Directory!.Clients.Select(client => client.Id));
        Assert.True(reading.Directory.ByPhoneCode("4711")!.Phone!.Verify("2468"));
    }
}
