using System.Text.RegularExpressions;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>Whoever the directory does not know by their Teams account proves a registered address, on one card.</summary>
public sealed partial class LinkingTests
{
    [Fact]
    public async Task A_mailed_code_links_an_account_and_from_then_on_it_is_known()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var card = await story.Joins(Stranger);
        Assert.DoesNotContain("Borealis", card.Words);
        var asked = await story.Hand.Clicks(Stranger, card, "Associer mon compte");
        var sent = await story.Hand.Clicks(Stranger, asked.Card, "Envoyer", null, ("address", "yanis.haddad@borealis.example"));
        var wrong = await story.Hand.Clicks(Stranger, sent.Card, "Envoyer", null, ("code", "00000000"));
        Assert.Contains("code", wrong.Card.Inputs);
        Assert.Contains("Essais restants", wrong.Words);

        var linked = await story.Hand.Clicks(Stranger, wrong.Card, "Envoyer", null, ("code", await CodeIn(story, "yanis.haddad@borealis.example")));

        Assert.Contains("Yanis", linked.Words);
        await story.Hand.Writes(Stranger, "my tickets");
        await story.Connector.Says(Stranger.Chat, "Borealis");
    }

    [Fact]
    public async Task Nothing_tells_whether_an_address_is_anybody_s()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var card = await story.Joins(Stranger);
        var asked = await story.Hand.Clicks(Stranger, card, "Associer mon compte");

        var known = await story.Hand.Clicks(Stranger, asked.Card, "Envoyer", null, ("address", "claire.morel@borealis.example"));
        var unknown = await story.Hand.Clicks(Stranger, asked.Card, "Envoyer", null, ("address", "nobody@borealis.example"));

        Assert.Equal(known.Words, unknown.Words);
    }

    private static async Task<string> CodeIn(TeamsStory story, string address)
    {
        while (true)
        {
            var mail = (await story.Desk.Sent()).Items.LastOrDefault(sent => sent.To == address);
            if (mail is not null && Code().Match(mail.Text) is { Success: true, Value: var code })
                return code;
            await Task.Yield();
        }
    }

    [GeneratedRegex("[0-9]{8}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
