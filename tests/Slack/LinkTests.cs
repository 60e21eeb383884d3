using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Slack;

public sealed class LinkTests
{
    private static readonly SlackPerson Newcomer = new("T0MERIDIEN", "U0NEW");

    [Fact]
    public async Task A_stranger_becomes_a_contact_by_the_code_in_their_mailbox()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var proof = await Asks(story, "paul.renard@meridien.example");
        proof.Fill(("code", await Code(story)));
        Assert.Contains("Bonjour Paul", (await story.Hand.Submits(Newcomer, proof)).Text);
        Assert.Contains("title", (await story.Begins(Newcomer)).Blocks);
        await story.IsOver();
    }

    [Fact]
    public async Task An_unknown_address_is_answered_as_a_known_one()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var known = (await Asks(story, "paul.renard@meridien.example")).Words;
        await story.Settles();
        Assert.Equal(known, (await Asks(story, "nobody@meridien.example")).Words);
        await story.Settles();
        Assert.Single((await story.Desk.Sent()).Items);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_for_an_hour()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var proof = await Asks(story, "paul.renard@meridien.example");
        var code = await Code(story);
        proof.Fill(("code", "00000000"));
        for (var guess = 0; guess < 4; guess++)
            Assert.Contains($"{4 - guess}", (await story.Hand.Submits(Newcomer, proof)).Errors["code"]);
        Assert.Contains("11:00", (await story.Hand.Submits(Newcomer, proof)).Errors["code"]);
        proof.Fill(("code", code));
        Assert.Contains("11:00", (await story.Hand.Submits(Newcomer, proof)).Errors["code"]);
    }

    private static async Task<SlackView> Asks(SlackStory story, string address)
    {
        await story.Hand.Opens(Newcomer);
        await story.Hand.ClicksIn(Newcomer, new SlackView(story.Slack, await story.Slack.Sees("views.publish")), "Associer mon compte");
        var ask = new SlackView(story.Slack, await story.Slack.Sees("views.open"));
        ask.Fill(("address", address));
        return new SlackView(story.Slack, story.Slack.Town.Answered(ask.Id, await story.Hand.Submits(Newcomer, ask)));
    }

    private static async Task<string> Code(SlackStory story)
    {
        await story.Settles();
        var mail = (await story.Desk.Sent()).Items[^1];
        Assert.Equal(("mail", "paul.renard@meridien.example", "Votre code pour Slack"), (mail.Way, mail.To, mail.Subject));
        return string.Concat(mail.Text.Split("est ")[1].TakeWhile(char.IsAsciiDigit));
    }
}
