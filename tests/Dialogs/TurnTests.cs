using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Dialogs;

public sealed class TurnTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Fact]
    public async Task A_repeated_delivery_has_no_second_effect_and_no_replies()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = await desk.Meets("paul.renard").ReachesTheSummary();
        var send = new Input.Chosen(paul.Buttons.First().Id);
        (await paul.Turns(send, "D-1")).Hears("INC-000001 est déclaré");
        var state = await desk.Row(paul.Conversation);
        Assert.Empty((await paul.Turns(send, "D-1")).Replies);
        Assert.Equal(state, await desk.Row(paul.Conversation));
        Assert.Single(await desk.Tickets());

        await paul.Turns(new Input.Words("répondre INC-1 bonjour"), "D-2");
        await paul.Turns(new Input.Words("répondre INC-1 bonjour"), "D-2");
        Assert.Equal(2, (await desk.Timeline("INC-000001")).Count);
    }

    [Fact]
    public async Task A_repeat_is_known_after_a_restart_too()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        await paul.Turns(new Input.Words("répondre INC-1 bonjour"), "D-2");
        await desk.Restarts();
        Assert.Empty((await paul.Turns(new Input.Words("répondre INC-1 bonjour"), "D-2")).Replies);
        Assert.Equal(2, (await desk.Timeline("INC-000001")).Count);
    }

    [Fact]
    public async Task The_program_may_stop_after_every_single_answer()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        foreach (var words in new[] { "nos VM de fr1 sont injoignables depuis 9h40, toute la prod", "les commandes sont arrêtées", "tous", "non", "P2", Stories.Uuid, "redémarrage par l'API", "oui", "déclarer" })
        {
            await paul.Says(words);
            await desk.Restarts();
        }

        Assert.Equal("fr1", Assert.Single(await desk.Tickets()).Declaration.Region);
    }

    [Fact]
    public async Task Two_turns_at_once_are_taken_one_after_the_other()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says("déclarer un incident sur notre plateforme de production");
        string[] answers = ["say:1::region:fr2", "say:1::service:network", "say:1::usersAffected:some", "say:1::workaround:no", "say:1::serviceInterrupted:degraded", "say:1::requestedPriority:P3"];
        var before = (await desk.Row(paul.Conversation))!.Version;
        await Task.WhenAll(answers.Select(id => Task.Run(() => desk.Meets("paul.renard").ClicksId(id))));
        var after = (await desk.Row(paul.Conversation))!;
        Assert.Equal(before + answers.Length, after.Version);
        Assert.All(answers, id => Assert.Contains(id.Split(':')[^1], after.State, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_clicks_on_declare_at_once_declare_once()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = await desk.Meets("paul.renard").ReachesTheSummary();
        var send = paul.Buttons.First().Id;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Meets("paul.renard").ClicksId(send))));
        Assert.Single(await desk.Tickets());
    }

    [Fact]
    public async Task A_turn_that_another_overtook_is_decided_again_on_what_that_one_left()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod");
        var row = (await desk.Row(paul.Conversation))!;
        var overtakings = 0;
        desk.Sink.First = async (visit, turn) =>
        {
            if (overtakings++ < 3)
                await visit.Store.SaveDialog(turn.Conversation, row.Version, row.State, visit.Now);
        };
        (await paul.Says("les commandes sont arrêtées")).Hears("Utilisateurs touchés");
        Assert.Equal(4, overtakings);
        Assert.Equal(row.Version + 1, (await desk.Row(paul.Conversation))!.Version);
    }

    [Fact]
    public async Task A_conversation_that_was_moved_on_beside_the_dialogs_is_read_again()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod");
        var row = (await desk.Row(paul.Conversation))!;
        Assert.True(await desk.MovesOn(row));
        (await paul.Says("les commandes sont arrêtées")).Hears("Utilisateurs touchés");
        Assert.Equal(row.Version + 2, (await desk.Row(paul.Conversation))!.Version);
    }

    [Fact]
    public async Task The_door_keeps_the_replies_in_the_same_transaction_or_nothing_happens()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = await desk.Meets("paul.renard").ReachesTheSummary();
        var send = new Input.Chosen(paul.Buttons.First().Id);
        desk.Sink.First = (_, _) => throw new InvalidOperationException("the outbox is broken");
        await Assert.ThrowsAsync<InvalidOperationException>(() => paul.Turns(send, "D-1"));
        Assert.Empty(await desk.Tickets());

        desk.Sink.First = (_, _) => default;
        var kept = desk.Sink.Kept.Count;
        (await paul.Turns(send, "D-1")).Hears("est déclaré");
        Assert.Equal(kept + 1, desk.Sink.Kept.Count);
        Assert.Equal(paul.Replies, desk.Sink.Kept[^1]);
    }

    [Fact]
    public async Task A_turn_that_changes_nothing_writes_no_state()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        foreach (var words in new[] { "bonjour", "aide", "tickets", "langue" })
            await paul.Says(words);
        Assert.Null(await desk.Row(paul.Conversation));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("not even JSON")]
    [InlineData("""{"draft":{"number":1,"asking":"region","answers":null,"trail":null},"endings":null,"colour":"blue"}""")]
    [InlineData("""{"draft":{"number":1,"asking":"a field of another time","answers":{"old":"x","region":"mars"}}}""")]
    [InlineData("""{"waiting":{"verb":"Sing","reference":"INC-000001","text":""}}""")]
    [InlineData("""{"waiting":{"verb":"Reply"},"topic":"INC-000009","kept":"…"}""")]
    public async Task A_state_of_another_version_stops_nobody(string state)
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await desk.Writes(session => session.SaveDialog(paul.Conversation, 0, state, desk.Now));
        Assert.NotEmpty((await paul.Says("fr1")).Replies);
        Assert.NotEmpty((await paul.Says("menu")).Replies);
        Assert.NotEmpty((await paul.Says("recommencer")).Replies);
        Assert.NotEmpty((await paul.FillsIn("form:1", new Dictionary<string, FieldAnswer>())).Replies);
    }

    [Fact]
    public async Task The_door_is_told_with_the_ticket()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        Assert.Equal(Door.Web, (await desk.Ticket("INC-000001")).Door);
    }
}
