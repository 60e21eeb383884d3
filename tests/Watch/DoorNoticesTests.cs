using ChatSupport.Bot.Watch;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using ChatSupport.Tests.Mail;
using ChatSupport.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using NodaTime;

namespace ChatSupport.Tests.Watch;

public sealed class DoorNoticesTests : IAsyncLifetime
{
    private readonly CapturingTransport mail = new();
    private Stage stage = null!;

    public async ValueTask InitializeAsync() => stage = await Stage.Set(new ScriptedWay());

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_way_that_keeps_failing_is_told_once_and_its_return_once()
    {
        var (watch, notices) = Instance();
        Fails(watch, Way.Slack);
        await Tells(notices);
        Fails(watch, Way.Slack);
        await Tells(notices);

        var told = await Delivered();
        Assert.Equal(["sylvie.roux@desk.example", "tom.lefevre@desk.example"], told.SelectMany(letter => letter.To.Mailboxes).Select(to => to.Address).Order(StringComparer.Ordinal));
        Assert.All(told, letter => Assert.Contains("Slack", letter.Subject, StringComparison.Ordinal));
        Assert.Contains(told, letter => letter.TextBody!.Replace('\u00a0', ' ').Contains("Plus rien ne passe par Slack depuis lundi 23 novembre 2026 à 10:00. Dernière cause : 503.", StringComparison.Ordinal));
        Assert.Equal(Way.Slack, Assert.Single(notices.Failing).Way);

        watch.Worked(Way.Slack);
        await Tells(notices);
        await Tells(notices);
        Assert.Contains(await Delivered(), letter => letter.TextBody!.StartsWith("Rien n’est passé par Slack", StringComparison.Ordinal));
        Assert.Equal(4, mail.Mails.Count);
        Assert.Empty(notices.Failing);
    }

    [Fact]
    public async Task A_stumble_is_not_worth_a_word()
    {
        var (watch, notices) = Instance();
        watch.Failed(Way.Slack, "503");
        watch.Failed(Way.Slack, "503");
        stage.Time.Advance(TimeSpan.FromMinutes(5));
        await Tells(notices);
        watch.Worked(Way.Slack);
        watch.Failed(Way.Slack, "503");
        await Tells(notices);
        Assert.Empty(await Delivered());
    }

    [Fact]
    public async Task However_many_instances_see_it_the_desk_hears_it_once()
    {
        var (one, first) = Instance();
        var (other, second) = Instance();
        Fails(one, Way.Teams);
        Fails(other, Way.Teams);
        await Task.WhenAll(Tells(first), Tells(second));
        Assert.Equal(2, (await Delivered()).Count);
        Assert.Single(second.Failing);

        one.Worked(Way.Teams);
        other.Worked(Way.Teams);
        await Task.WhenAll(Tells(first), Tells(second));
        Assert.Equal(2, (await Delivered()).Count);
    }

    [Fact]
    public async Task A_restart_neither_repeats_it_nor_forgets_that_it_is_to_be_called_off()
    {
        var (watch, notices) = Instance();
        Fails(watch, Way.Slack);
        await Tells(notices);
        await Delivered();

        var (after, again) = Instance();
        await Tells(again);
        Assert.Single(again.Failing);
        after.Worked(Way.Slack);
        await Tells(again);
        Assert.Equal(2, (await Delivered()).Count);
    }

    [Fact]
    public async Task That_mail_fails_is_shown_and_told_by_mail_only_when_it_is_over()
    {
        var (watch, notices) = Instance();
        Fails(watch, Way.Mail);
        await Tells(notices);
        Assert.Empty(await Delivered());
        Assert.Single(notices.Failing);

        watch.Worked(Way.Mail);
        await Tells(notices);
        Assert.Equal(2, (await Delivered()).Count);
    }

    [Fact]
    public async Task The_desk_s_channels_hear_of_every_way_but_their_own()
    {
        var (watch, notices) = Instance(new Bot.Slack.Leaving.DeskChannel(stage.Directory), new Bot.Teams.Leaving.DeskChannel(stage.Directory));
        Fails(watch, Way.Mail);
        Fails(watch, Way.Slack);
        await Tells(notices);

        var claimed = await stage.Claims();
        var chats = claimed.Select(one => one.Message.Lane).Where(lane => !lane.StartsWith("Mail", StringComparison.Ordinal));
        Assert.Equal(["Slack:T0DESK/C0DESKQUEUE", "Teams:9c1d2e3f-0000-4000-8000-00000000de5c/19:desk-queue@thread.tacv2"], chats.Order(StringComparer.Ordinal));
        Assert.Contains("e-mail", Assert.Single(claimed, one => one.Message.Way == "Slack").Message.Arguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_nobody_there_is_heard_is_told_though_what_is_sent_there_arrives()
    {
        var (watch, notices) = Instance();
        IsDeaf(watch);
        watch.Worked(Way.Slack);
        await Tells(notices);
        Assert.Equal((Way.Slack, true), (Assert.Single(notices.Failing).Way, notices.Failing[0].IsInward));
        Assert.Contains(await Delivered(), letter => letter.TextBody!.Contains("Plus rien de ce qui s’écrit dans Slack ne nous parvient", StringComparison.Ordinal));

        watch.Worked(Way.Slack, isInward: true);
        await Tells(notices);
        Assert.Empty(notices.Failing);
        Assert.Contains(await Delivered(), letter => letter.Subject == "Nous entendons de nouveau Slack");
    }

    [Fact]
    public async Task A_channel_that_is_not_heard_can_still_be_told_so()
    {
        var (watch, notices) = Instance(new Bot.Slack.Leaving.DeskChannel(stage.Directory));
        IsDeaf(watch);
        await Tells(notices);
        Assert.Contains("link_disabled", Assert.Single(await stage.Claims(), one => one.Message.Way == "Slack").Message.Arguments, StringComparison.Ordinal);
    }

    private void IsDeaf(DoorWatch watch)
    {
        for (var n = 0; n < 3; n++)
            watch.Failed(Way.Slack, "link_disabled", isInward: true);
        stage.Time.Advance(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task One_address_that_refuses_is_not_a_door_and_several_are()
    {
        var (watch, notices) = Instance();
        for (var n = 0; n < 5; n++)
            watch.Failed(Way.Slack, "channel_not_found", refused: "somebody");
        stage.Time.Advance(TimeSpan.FromMinutes(2));
        await Tells(notices);
        Assert.Empty(notices.Failing);

        watch.Failed(Way.Slack, "invalid_auth", refused: "another");
        watch.Failed(Way.Slack, "invalid_auth", refused: "a third");
        await Tells(notices);
        Assert.Equal("invalid_auth", Assert.Single(notices.Failing).Why);
    }

    [Fact]
    public async Task What_is_told_is_shown_above_the_queue_in_readyz_and_among_the_metrics()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        await desk.Services.GetRequiredService<Store>().Write(async session =>
            await ToldTroubles.None.With([new DoorTrouble(Way.Mail, Instant.FromUtc(2026, 11, 24, 9, 2), "451")]).Keep(session), TestContext.Current.CancellationToken);
        await Tells(desk.Services.GetRequiredService<DoorNotices>());
        using var tom = await PortalVisitor.SignedIn(desk, "tom.lefevre");
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");

        Assert.Contains("Nothing has got through by e-mail since Tuesday 24 November 2026 at 10:02 (451).", await tom.Sees("/portal/tickets"), StringComparison.Ordinal);
        Assert.DoesNotContain("e-mail depuis", await claire.Sees("/portal/tickets"), StringComparison.Ordinal);
        var part = (await desk.Shows("/readyz", "en")).Json.GetProperty("parts").GetProperty("mail");
        Assert.Equal("failing", part.GetProperty("state").GetString());
        Assert.Contains("The latest cause: 451.", part.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("chatsupport_door_failing{way=\"Mail\"} 1", (await desk.Shows("/metrics")).Text, StringComparison.Ordinal);
    }

    private static Task Tells(DoorNotices notices) => notices.Tell(TestContext.Current.CancellationToken);

    private (DoorWatch Watch, DoorNotices Notices) Instance(params IDeskChannel[] channels)
    {
        var watch = new DoorWatch(stage.Time);
        var telling = new DoorTelling(stage.Directory, new DeskClock(stage.Time), new HashSet<Way> { Way.Mail }, channels);
        return (watch, new DoorNotices(watch, stage.Store, telling, stage.Time, stage.Log.CreateLogger<DoorNotices>()));
    }

    private void Fails(DoorWatch watch, Way way)
    {
        for (var n = 0; n < 3; n++)
        {
            watch.Failed(way, "503");
            stage.Time.Advance(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Sends what waits, and returns it.</summary>
    private async Task<IReadOnlyList<MimeMessage>> Delivered()
    {
        var before = mail.Mails.Count;
        var letter = new DoorLetter(mail, stage.Directory);
        while (await stage.Claims() is { Count: > 0 } claimed)
            foreach (var message in claimed)
            {
                Assert.Equal(letter.Notice, message.Message.Notice);
                await stage.Room.Record(message, await letter.Send(message.Message, CancellationToken.None), stage.Now);
            }
        return [.. mail.Mails.Skip(before)];
    }
}
