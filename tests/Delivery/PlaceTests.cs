using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Delivery;

public sealed class PlaceTests
{
    private const string DeskChannel = "Slack Desk:T0DESK/C0DESKQUEUE";
    private const string ClientChannel = "Slack Client:T0MERIDIEN/C0MERSUPP";
    private readonly ScriptedWay mail = new();
    private readonly ScriptedWay slack = new(Way.Slack);
    private readonly ScriptedWay teams = new(Way.Teams);

    [Fact]
    public async Task A_new_ticket_shows_its_card_to_the_desk_and_to_the_client()
    {
        await using var stage = await Stage.Pumping(mail, slack);
        await stage.Declares("paul.renard");
        await stage.Drained();
        Assert.Equal([ClientChannel + " card", DeskChannel + " card"], stage.Places.Shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_happens_changes_the_card_and_is_told_under_it()
    {
        await using var stage = await Stage.Pumping(mail, slack);
        var ticket = await stage.Declares("paul.renard");
        await stage.Drained();
        await stage.Does(ticket, "nadia.benali", new Acknowledge("Nous regardons."));
        await stage.Drained();
        Assert.Equal(
            [ClientChannel + " 2", ClientChannel + " card", DeskChannel + " 2", DeskChannel + " card"],
            stage.Places.Shown.Skip(2).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_note_is_told_to_the_desk_alone()
    {
        await using var stage = await Stage.Pumping(mail, slack);
        var ticket = await stage.Declares("paul.renard");
        await stage.Does(ticket, "nadia.benali", new Note("C'est le commutateur."));
        await stage.Drained();
        Assert.Contains(DeskChannel + " 2", stage.Places.Shown);
        Assert.DoesNotContain(ClientChannel + " 2", stage.Places.Shown);
    }

    [Fact]
    public async Task Cards_that_wait_become_one_that_shows_the_latest()
    {
        await using var stage = await Stage.Set(mail, slack);
        var ticket = await stage.Declares("paul.renard");
        for (var note = 0; note < 5; note++)
            await stage.Does(ticket, "nadia.benali", new Note("Encore."));
        await stage.Pump.StartAsync(CancellationToken.None);
        await stage.Drained();
        Assert.Single(stage.Places.Shown, shown => shown == DeskChannel + " card");
        Assert.Single(stage.Places.Shown, shown => shown == ClientChannel + " card");
    }

    [Fact]
    public async Task What_happens_while_a_card_is_on_its_way_makes_another()
    {
        await using var stage = await Stage.Set(mail, slack);
        var ticket = await stage.Declares("paul.renard");
        await stage.Claims();
        await stage.Does(ticket, "nadia.benali", new Acknowledge("Nous regardons."));
        stage.Time.Advance(TimeSpan.FromMinutes(10));
        await stage.Pump.StartAsync(CancellationToken.None);
        await stage.Drained();
        Assert.Equal(2, stage.Places.Shown.Count(shown => shown == DeskChannel + " card"));
    }

    [Fact]
    public async Task A_company_without_a_channel_is_told_directly()
    {
        await using var stage = await Stage.Pumping(mail, slack);
        await stage.Declares("ines.costa");
        await stage.Drained();
        Assert.Contains("Slack Client:T0KITE/@U0INES card", stage.Places.Shown);
    }

    [Fact]
    public async Task A_contact_whom_only_a_proven_account_makes_known_is_told_there()
    {
        await using var stage = await Stage.Pumping(mail, slack);
        await stage.Rewrites("        slack: { workspace: T0KITE, user: U0INES }\n", "");
        await stage.Store.Write(
            session => session.Link(new ChatIdentity(ChatService.Slack, "T0KITE", "U0PROVEN"), "ines.costa", stage.Now), TestContext.Current.CancellationToken);
        await stage.Declares("ines.costa");
        await stage.Drained();
        Assert.Contains("Slack Client:T0KITE/@U0PROVEN card", stage.Places.Shown);
    }

    [Fact]
    public async Task Both_chats_of_the_desk_follow_the_same_ticket()
    {
        await using var stage = await Stage.Pumping(mail, slack, teams);
        await stage.Declares("paul.renard");
        await stage.Drained();
        Assert.Equal(
            [ClientChannel + " card", DeskChannel + " card", "Teams Desk:9c1d2e3f-0000-4000-8000-00000000de5c/19:desk-queue@thread.tacv2 card"],
            stage.Places.Shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_was_closed_shows_on_the_desk_and_the_contact_is_told_directly()
    {
        await using var stage = await Stage.Pumping(mail, slack);
        stage.Places.Script = row => row.Recipient == "Client:T0MERIDIEN/C0MERSUPP" ? new Sending.Refused("is_archived") : new Sending.Sent();
        var ticket = await stage.Declares("paul.renard");
        await stage.Drained();
        Assert.Equal(new Undelivered(Way.Slack, "Client:T0MERIDIEN/C0MERSUPP", "is_archived", Way.Slack), (await stage.Timeline(ticket))[^1]);
        Assert.Contains("Slack Client:T0MERIDIEN/@U0PAUL card", stage.Places.Shown);
        Assert.Contains(DeskChannel + " 2", stage.Places.Shown);
    }

    [Fact]
    public async Task A_place_that_takes_nothing_at_all_ends_with_somebody_who_sees_to_it()
    {
        await using var stage = await Stage.Pumping(mail, slack);
        stage.Places.Script = _ => new Sending.Refused("token_revoked");
        await stage.Declares("paul.renard");
        await stage.Drained();
        Assert.Contains("sylvie.roux:Undelivered", mail.Told);
        Assert.Null(await stage.NextClaim());
    }
}
