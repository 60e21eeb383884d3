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
        proof.Fill(("code", await story.Code()));
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
        var code = await story.Code();
        var until = DateTimeOffset.Parse(SlackStory.Monday).AddHours(1).ToUnixTimeSeconds();
        proof.Fill(("code", "00000000"));
        for (var guess = 0; guess < 4; guess++)
            Assert.Contains($"{4 - guess}", (await story.Hand.Submits(Newcomer, proof)).Errors["code"]);
        Assert.Contains($"<!date^{until}^", (await story.Hand.Submits(Newcomer, proof)).Json.GetProperty("view").ToString());
        proof.Fill(("code", code));
        Assert.Contains($"<!date^{until}^", (await story.Hand.Submits(Newcomer, proof)).Json.GetProperty("view").ToString());
    }

    [Fact]
    public async Task An_engineer_whom_only_their_link_makes_known_is_told_in_Slack_and_shown_the_card()
    {
        await using var story = await SlackStory.Where("slack: { workspace: T0DESK, user: U0TOM }", "");
        Assert.Contains("Write “queue” to see what is waiting", (await story.Links(SlackPerson.Tom, "tom.lefevre@desk.example")).Text);
        var ticket = await story.Desk.Declares("paul.renard");
        await story.Desk.Does(ticket, "acknowledge", "nadia.benali");
        await story.Desk.Does(ticket, "assign", "nadia.benali", more: ("to", "tom.lefevre"));
        var told = await story.Slack.Posts(SlackPerson.Tom.Direct, "INC-000001");
        Assert.Contains("Resolve", told.Buttons.Keys);
    }

    [Fact]
    public async Task Whoever_is_paged_by_chat_is_paged_where_they_have_linked_themselves()
    {
        await using var story = await SlackStory.Where("slack: { workspace: T0DESK, user: U0TOM }", "");
        await story.Links(SlackPerson.Tom, "tom.lefevre@desk.example");
        var ticket = await story.Desk.Declares("claire.morel");
        await story.Desk.Does(ticket, "call", "nadia.benali", more: ("at", SlackStory.Monday));
        await story.Desk.ItIsLaterBy("PT6M");
        Assert.Contains("Acknowledge", (await story.Slack.Posts(SlackPerson.Tom.Direct, "INC-000001")).Buttons.Keys);
    }

    [Fact]
    public async Task A_contact_whose_mail_is_refused_is_told_where_they_have_linked_themselves()
    {
        await using var post = new SmtpCarrier();
        await using var story = await SlackStory.Where("slack: { workspace: T0MERIDIEN, user: U0PAUL }", "", post.Settings);
        await story.Links(SlackPerson.Paul, "paul.renard@meridien.example");
        post.Answers("RCPT TO:<paul.renard@meridien.example>", "550 5.1.1 No such user");
        await story.Desk.Declares("paul.renard");
        var told = await story.Slack.Sees("chat.postMessage", call => call.Channel == SlackPerson.Paul.Direct);
        Assert.Contains("INC-000001", told.Words);
    }

    private static Task<SlackView> Asks(SlackStory story, string address) => story.AsksForACode(Newcomer, address);
}
