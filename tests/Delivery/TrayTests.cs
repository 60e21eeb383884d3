using ChatSupport.Bot.Delivery;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Linking;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;
using SlackSaid = ChatSupport.Bot.Slack.Leaving.Said;
using TeamsSaid = ChatSupport.Bot.Teams.Leaving.Said;

namespace ChatSupport.Tests.Delivery;

/// <summary>Which of what leaves the desk waits for which other.</summary>
public sealed class TrayTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Reply[] Words = [new Reply.Notice(Tone.Attention, "Bonjour")];

    [Fact]
    public void What_the_bot_answers_in_a_chat_waits_for_other_answers_alone()
    {
        Assert.Equal(Tray.Replies, new SlackSaid("slack:T0MERIDIEN/D0PAUL/U0PAUL", "paul.renard", Tongue.French, null, Words).ToRow(Now).Tray);
        Assert.Equal(Tray.Replies, new TeamsSaid("teams:Personal/tenant/user/a:chat", "claire.morel", Tongue.French, Words).ToRow(Now).Tray);
    }

    [Fact]
    public async Task A_code_does_not_wait_behind_the_mail_of_others()
    {
        await using var stage = await Stage.Set(new ScriptedWay());
        await stage.Declares("ines.costa");
        await stage.Store.Write(async session =>
        {
            await session.Enqueue(LinkMail.To(stage.Directory.Current.Person("paul.renard")!, new ChatIdentity(ChatService.Slack, "T0MERIDIEN", "U0PAUL"), stage.Now));
            return true;
        }, TestContext.Current.CancellationToken);

        Assert.Equal([Tray.Mail, Tray.Keys], (await stage.Claims()).Select(claimed => claimed.Message.Tray).Distinct());
    }

    [Fact]
    public void Replies_have_the_most_places() =>
        Assert.Equal((24, 3, 3), (new DeliverySettings(3).PlacesOf(Tray.Replies), new DeliverySettings(3).PlacesOf(Tray.Pages), new DeliverySettings(3).PlacesOf(Tray.Mail)));
}
