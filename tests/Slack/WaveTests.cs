using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using ChatSupport.Tests.Portal;

namespace ChatSupport.Tests.Slack;

/// <summary>Many clients declare at once, and the desk's channel is not flooded.</summary>
public sealed class WaveTests
{
    private const int Companies = 20;

    [Fact]
    public async Task One_notice_stands_for_all_and_a_supervisor_publishes_from_it_for_all()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, $"--Directory:Path={Crowd.Directory(Companies)}");
        for (var company = 1; company <= Companies; company++)
            await story.Desk.Declares(Crowd.Contact(company));
        await story.Settles();
        for (var founder = 1; founder <= 4; founder++)
            await story.Slack.Posts(SlackStory.DeskChannel, $"INC-{founder:000000}");
        var notice = await story.Slack.Posts(SlackStory.DeskChannel, "Une cause commune est probable");
        while (!notice.Words.Contains($"{Companies} clients, {Companies} tickets", StringComparison.Ordinal))
            notice = await story.Slack.Updates(notice);
        story.Slack.IsContent();

        await story.Does(SlackPerson.Sylvie, notice, "Publier pour tous", ("title", "Calcul de fr1 interrompu"), ("comment", "Nous remplaçons un équipement."));
        await story.Settles();

        var now = await story.Slack.Updates(notice);
        Assert.Contains("Publié sous le titre", now.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Publier pour tous", now.Buttons.Keys);
        Assert.Contains(await story.Desk.Timeline(await story.Ticket($"INC-{Companies:000000}")), happening => happening.Type == "linked");
    }

    [Fact]
    public async Task The_queue_and_the_API_show_it_to_the_desk_and_to_no_client()
    {
        await using var desk = await RunningDesk.At(SlackStory.Monday, $"--Directory:Path={Crowd.Directory(Companies)}");
        for (var company = 1; company <= Companies; company++)
            await desk.Declares(Crowd.Contact(company));

        var wave = (await desk.Shows("/api/waves")).Json.GetProperty("items")[0];
        Assert.Equal(("INC-000001", Companies, Companies), (wave.GetProperty("reference").GetString(), wave.GetProperty("clients").GetInt32(), wave.GetProperty("tickets").GetInt32()));
        using var asClient = new HttpClient { BaseAddress = desk.Http.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", RunningDesk.ClientKey) } };
        Assert.Equal("""{"items":[],"next":null}""", await asClient.GetStringAsync("/api/waves", TestContext.Current.CancellationToken));

        using var sylvie = await PortalVisitor.SignedIn(desk, "sylvie.roux");
        Assert.Contains("/portal/tickets/INC-000001?act=publish#act", await sylvie.Sees("/portal/tickets"), StringComparison.Ordinal);
        using var nadia = await PortalVisitor.SignedIn(desk, "nadia.benali");
        Assert.Contains($"{Companies} clients, {Companies} tickets", await nadia.Sees("/portal/tickets"), StringComparison.Ordinal);
        using var ada = await PortalVisitor.SignedIn(desk, Crowd.Contact(9));
        var hers = await ada.Sees("/portal/tickets");
        Assert.DoesNotContain("cause commune", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("INC-000001", hers, StringComparison.Ordinal);
        var page = await ada.Sees("/portal/tickets/INC-000009");
        Assert.DoesNotContain("INC-000001", page, StringComparison.Ordinal);
    }
}
