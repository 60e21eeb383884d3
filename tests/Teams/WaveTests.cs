using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>Many clients declare at once, and the desk's channel in Teams is not flooded.</summary>
public sealed class WaveTests
{
    private const int Companies = 9;

    [Fact]
    public async Task One_notice_stands_for_all_and_a_supervisor_publishes_from_it_for_all()
    {
        await using var story = await At("2026-11-30T10:00:00+01:00", $"--Directory:Path={Crowd.Directory(Companies)}");
        await story.Joins(Sylvie);
        for (var company = 1; company <= Companies; company++)
            await story.Desk.Declares(Crowd.Contact(company));
        await story.HasLeft();
        for (var founder = 1; founder <= 4; founder++)
            await story.Connector.Begins(DeskChannel);
        var notice = await story.Connector.Begins(DeskChannel);
        var there = new TeamsSpot(notice.Conversation, "channel", "desk-team");
        while (!notice.Card!.Words.Contains($"{Companies} clients, {Companies} tickets", StringComparison.Ordinal))
            notice = await story.Connector.Changes(notice);
        story.Connector.IsContent();

        var form = await story.Hand.Clicks(Sylvie, notice.Card!, "Publier pour tous", there);
        await story.Hand.Clicks(Sylvie, form.Card, "Envoyer", there, ("title", "Calcul de fr1 interrompu"), ("comment", "Nous remplaçons un équipement."));
        await story.HasLeft();

        var now = await story.Connector.Changes(notice, "Publié sous le titre");
        Assert.DoesNotContain("Publier pour tous", now.Card!.Words, StringComparison.Ordinal);
        Assert.Contains(await story.Desk.Timeline(await story.Desk.Sees($"INC-{Companies:000000}")), happening => happening.Type == "linked");
    }
}
