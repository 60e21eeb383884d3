using ChatSupport.Bot.Slack.Home;
using ChatSupport.Tests.Carriers;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Slack;

public sealed class HomeTests
{
    [Fact]
    public async Task A_contact_finds_their_companys_open_tickets_and_nobody_elses()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Desk.Declares("paul.renard", ("title", "Nos instances ne répondent plus"));
        await story.Desk.Declares("claire.morel", ("title", "Le volume est illisible"));
        await story.Settles();
        var home = await Home(story, SlackPerson.Paul);
        Assert.Contains("Nos instances ne répondent plus", home.Words);
        Assert.Contains("Première réponse due au plus tard", home.Words);
        Assert.DoesNotContain("Le volume est illisible", home.Words);
        Assert.Contains("Déclarer un incident", home.Buttons.Keys);

        await story.Hand.ClicksIn(SlackPerson.Paul, new SlackView(story.Slack, home), "Voir");
        Assert.Contains("INC-000001", (await story.Slack.Sees("views.open")).Words);
        await story.Hand.ClicksIn(SlackPerson.Paul, new SlackView(story.Slack, home), "Déclarer un incident");
        Assert.Contains("title", new SlackView(story.Slack, await story.Slack.Sees("views.open")).Blocks);
    }

    [Fact]
    public async Task An_engineer_finds_the_queue_nearest_deadline_first()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Desk.Declares("paul.renard", ("title", "Peut attendre demain"), ("requestedPriority", "P2"), ("reason", null));
        await story.Desk.Declares("paul.renard", ("title", "Ne peut pas attendre"));
        var words = (await Home(story, SlackPerson.Nadia)).Words;
        Assert.True(words.IndexOf("Ne peut pas attendre", StringComparison.Ordinal) < words.IndexOf("Peut attendre demain", StringComparison.Ordinal), words);
    }

    [Fact]
    public async Task A_home_that_somebody_has_open_follows_what_happens_to_their_tickets_and_to_nobody_elses()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        Assert.Contains("aucun ticket ouvert", (await Home(story, SlackPerson.Paul)).Words);
        Assert.Contains("La file est vide", (await Home(story, SlackPerson.Nadia)).Words);

        var ticket = await story.Desk.Declares("claire.morel", ("title", "Le volume est illisible"));
        var queue = await story.Slack.Sees("views.publish");
        Assert.Equal(SlackPerson.Nadia.User, queue.Text("user_id"));
        Assert.Contains("Le volume est illisible", queue.Words);

        await story.Desk.Does(ticket, "acknowledge", "nadia.benali");
        Assert.Contains("En cours", (await story.Slack.Sees("views.publish")).Words);

        await story.Desk.Declares("paul.renard", ("title", "Nos instances ne répondent plus"));
        var (one, other) = (await story.Slack.Sees("views.publish"), await story.Slack.Sees("views.publish"));
        Assert.Equal(["U0NADIA", "U0PAUL"], new[] { one, other }.Select(home => home.Text("user_id")).Order(StringComparer.Ordinal));
        await story.Settles();
        story.Slack.Forgets("chat.postMessage");
        story.Slack.Forgets("chat.update");
        story.Slack.IsContent();
    }

    [Fact]
    public async Task A_home_that_Slack_did_not_take_is_drawn_again()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await Home(story, SlackPerson.Nadia);
        story.Slack.Next("views.publish", new SlackFault.Refuses("internal_error"));
        await story.Desk.Declares("claire.morel", ("title", "Le volume est illisible"));
        Assert.Equal("internal_error", (await story.Slack.Sees("views.publish")).Error);
        await story.Desk.Services.GetRequiredService<HomePage>().Redraw(CancellationToken.None);
        Assert.Contains("Le volume est illisible", (await story.Slack.Sees("views.publish")).Words);
    }

    [Fact]
    public async Task The_language_is_chosen_there_and_holds_everywhere()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var home = await Home(story, SlackPerson.Yanis);
        Assert.Contains("Hello Yanis", home.Words);
        await story.Hand.Picks(SlackPerson.Yanis, new SlackView(story.Slack, home), "language_menu", "fr");
        Assert.Contains("Bonjour Yanis", (await story.Slack.Sees("views.publish")).Words);
        Assert.Contains("Déclarer un incident", (await story.Begins(SlackPerson.Yanis)).Words);
        await story.IsOver();
    }

    [Fact]
    public async Task A_stranger_finds_how_to_make_themselves_known()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        Assert.Equal(["Associer mon compte"], (await Home(story, new SlackPerson("T0MERIDIEN", "U0INTERN"))).Buttons.Keys);
        await story.IsOver();
    }

    private static async Task<SlackCall> Home(SlackStory story, SlackPerson who)
    {
        await story.Hand.Opens(who);
        return await story.Slack.Sees("views.publish");
    }
}
