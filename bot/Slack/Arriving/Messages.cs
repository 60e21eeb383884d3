using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Leaving;
using ChatSupport.Bot.Slack.Linking;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Arriving;

/// <summary>
/// What people write: to the bot directly, which is the conversation; under a ticket's card, which is a comment on it; anywhere else in a
/// channel, which is none of the desk's business.
/// </summary>
internal sealed class Messages(
    SlackPeople people, Strangers strangers, Conversations conversations, ThreadReplies threads, ServiceDesk desk, Store store, SlackClient client)
{
    public async Task Take(EventDelivery delivery, CancellationToken stop)
    {
        if (MessageIn(delivery) is not { } message)
            await Recognise(delivery, stop);
        else if (message.Edit is not null)
            await threads.Amend(message, stop);
        else if (message.Thread is { } root && await store.Ask(reader => reader.PostAt(nameof(Way.Slack), message.Channel, root), stop) is { IsCard: true } card)
            await threads.Reply(message, card, stop);
        else if (message.IsDirect)
            await Converse(message, stop);
    }

    /// <summary>Somebody called the bot by its name in a channel: they are shown what they can do there.</summary>
    public async Task Mention(EventDelivery delivery, CancellationToken stop)
    {
        if (MessageIn(delivery) is not { Thread: null, IsDirect: false } message)
            return;
        var person = await people.Find(message.Who, stop);
        var said = person is null
            ? strangers.Said(message.Who, message.Team, message.Channel, under: null)
            : Menu(person, message, await people.TongueOf(person, stop));
        await Once($"mention:{message.Delivery}", said, stop);
    }

    private MessageEvent? MessageIn(EventDelivery delivery) =>
        MessageEvent.Read(delivery.Event, delivery.Team, delivery.OurUser ?? client.UserIn(delivery.Team));

    private async Task Converse(MessageEvent message, CancellationToken stop)
    {
        if (await people.Find(message.Who, stop) is not { } person)
        {
            await Once(message.Delivery, strangers.Said(message.Who, message.Team, message.Channel, under: null), stop);
            return;
        }
        var conversation = new SlackAddress(message.Team, message.Channel, message.Who.User, IsPrivate: false).ToString();
        if (message.Text.Length > 0)
            await conversations.Take(new Turn(
                person, Door.Slack, conversation, new DeliveryKey("slack", message.Delivery), new Input.Words(message.Text)), stop);
        if (message.Files.Count > 0)
        {
            var tongue = await people.TongueOf(person, stop);
            var hint = new Reply.Notice(Tone.Attention, BotText.Say("Slack.FilesInThread").In(tongue));
            await Once($"files:{message.Delivery}", new Said(conversation, person.Id, tongue, null, [hint]), stop);
        }
    }

    /// <summary>A card of our own that we may not know of: Slack's answer to our posting it got lost.</summary>
    private async Task Recognise(EventDelivery delivery, CancellationToken stop)
    {
        var json = delivery.Event;
        if (delivery.App is null || json.Text("app_id") != delivery.App || json.Text("channel") is not { } channel || json.Text("ts") is not { } ts
            || json.Items("blocks").Select(block => Card.ReferenceOf(block.Text("block_id"))).FirstOrDefault() is not { } reference)
            return;
        await threads.Recognise(delivery.Team, channel, ts, reference, stop);
    }

    private static Said Menu(Person person, MessageEvent message, Desk.Language.Tongue tongue)
    {
        var entry = person is Contact ? "Mentioned" : "MentionedByDesk";
        string[] choices = person is Contact ? ["Declare", "Tickets"] : ["Queue", "Mine"];
        var menu = new Reply.Choices(
            BotText.Say($"Slack.{entry}").In(tongue),
            [.. choices.Select(verb => new Choice(verb.ToLowerInvariant(), BotText.Say($"Dialogs.Do.{verb}").In(tongue)))]);
        return new(new SlackAddress(message.Team, message.Channel, message.Who.User, IsPrivate: true).ToString(), person.Id, tongue, null, [menu]);
    }

    private Task<Said> Once(string delivery, Said said, CancellationToken stop) => desk.Receive(async visit =>
    {
        if (await visit.Store.TryDeliver(new DeliveryKey("slack", delivery), "", visit.Now) is null)
            await visit.Store.Enqueue(said.ToRow(visit.Now));
        return said;
    }, stop);
}
