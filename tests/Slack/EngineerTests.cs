using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Slack;

public sealed class EngineerTests
{
    [Fact]
    public async Task A_question_puts_the_ticket_on_hold_and_the_answer_in_the_thread_resumes_it()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Does(SlackPerson.Nadia, cards.Desk, "Demander une information", ("comment", "Quel hyperviseur ?"));
        cards = await story.Seen(cards, "Quel hyperviseur ?");
        Assert.Equal("OnHold", (await story.Ticket()).Status);
        await story.Hand.Writes(SlackPerson.Paul, SlackStory.MeridienChannel, "Le 12.", thread: cards.Client.Ts);
        await story.Slack.Posts(SlackStory.DeskChannel, "Le 12.", under: cards.Desk);
        Assert.Equal("InProgress", (await story.Ticket()).Status);
    }

    [Fact]
    public async Task A_note_stays_with_the_desk()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Does(SlackPerson.Nadia, cards.Desk, "Note interne", ("comment", "Encore ce commutateur."));
        await story.Slack.Posts(SlackStory.DeskChannel, "Encore ce commutateur.", under: cards.Desk);
        await story.Slack.Updates(cards.Desk);
        await story.Slack.Updates(cards.Client);
        await story.IsOver();
    }

    [Fact]
    public async Task A_ticket_is_handed_over_and_whoever_takes_it_is_told()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Does(SlackPerson.Nadia, cards.Desk, "Affecter", ("to", "tom.lefevre"));
        Assert.Equal("tom.lefevre", (await story.Ticket()).Assignee);
        Assert.Contains("Nadia Benali", (await story.Slack.Posts(SlackPerson.Tom.Direct)).Words);
        Assert.Contains("Tom Lefèvre", (await story.Slack.Posts(SlackStory.DeskChannel, under: cards.Desk)).Words);
        await story.Slack.Updates(cards.Desk);
        await story.Slack.Updates(cards.Client);
        await story.IsOver();
    }

    [Fact]
    public async Task A_resolution_is_confirmed_by_the_client_with_a_button()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Does(SlackPerson.Nadia, cards.Desk, "Résoudre", ("fix", "Production"), ("comment", "Route rétablie."));
        cards = await story.Seen(cards, "Route rétablie.");
        await story.Hand.Clicks(SlackPerson.Paul, cards.Client, "Confirmer\u00a0: c’est résolu");
        cards = await story.Seen(cards, "confirme la résolution");
        Assert.Equal(("Closed", "Confirmed"), ((await story.Ticket()).Status, (await story.Ticket()).Closure));
        await story.Slack.Posts(SlackPerson.Nadia.Direct, "INC-000001");
        await story.IsOver();
    }

    [Fact]
    public async Task Contesting_asks_for_the_reason_and_reopens()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Does(SlackPerson.Nadia, cards.Desk, "Résoudre", ("fix", "Production"));
        cards = await story.Seen(cards);
        var modal = await story.Opens(SlackPerson.Paul, cards.Client, "Ce n’est pas résolu");
        var refused = await story.Hand.Submits(SlackPerson.Paul, modal);
        Assert.Equal(["comment"], refused.Errors.Keys);
        modal.Fill(("comment", "Toujours rien."));
        Assert.Equal("clear", (await story.Hand.Submits(SlackPerson.Paul, modal)).Action);
        await story.Slack.Posts(SlackStory.DeskChannel, "Toujours rien.", under: cards.Desk);
        Assert.Equal("InProgress", (await story.Ticket()).Status);
    }

    [Fact]
    public async Task A_priority_in_dispute_is_decided_by_the_supervisor()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Does(SlackPerson.Nadia, cards.Desk, "Changer la priorité", ("priority", "P2"), ("comment", "Un contournement existe."));
        cards = await story.Seen(cards, "Un contournement existe.");
        Assert.Equal(("OnHold", "P2"), ((await story.Ticket()).Status, (await story.Ticket()).ProposedPriority));
        await story.Hand.Writes(SlackPerson.Paul, SlackStory.MeridienChannel, "Non, tout est arrêté.", thread: cards.Client.Ts);
        await story.Slack.Posts(SlackStory.DeskChannel, "tout est arrêté", under: cards.Desk);
        await story.Does(SlackPerson.Sylvie, await story.Slack.Updates(cards.Desk), "Changer la priorité", ("priority", "P2"), ("comment", "Le contournement tient."));
        await story.Slack.Posts(SlackStory.MeridienChannel, "Le contournement tient.", under: cards.Client);
        Assert.Equal("P2", (await story.Ticket()).Priority);
    }

    [Fact]
    public async Task An_old_form_is_answered_with_what_happened_meanwhile()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        var late = await story.Opens(SlackPerson.Tom, cards.Desk, "Résoudre");
        await story.Does(SlackPerson.Nadia, cards.Desk, "Demander une information", ("comment", "Quel hyperviseur ?"));
        await story.Seen(cards);
        late.Fill(("fix", "Production"));
        var told = await story.Hand.Submits(SlackPerson.Tom, late);
        Assert.Equal("update", told.Action);
        late = new SlackView(story.Slack, story.Slack.Town.Answered(late.Id, told));
        Assert.Contains("INC-000001 is “On hold”", late.Words);
        Assert.Contains("comment", late.Blocks);
        Assert.Equal("OnHold", (await story.Ticket()).Status);
        await story.IsOver();
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_act()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        var modal = await story.Opens(SlackPerson.Nadia, cards.Desk, "Note interne");
        modal.Fill(("comment", "Une seule fois."));
        await story.Hand.Submits(SlackPerson.Nadia, modal);
        await story.Hand.Submits(SlackPerson.Nadia, modal);
        await story.Slack.Posts(SlackStory.DeskChannel, "Une seule fois.");
        Assert.Single(await story.Timeline(), happening => happening.Type == "noted");
    }
}
