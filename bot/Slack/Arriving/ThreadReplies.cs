using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Files;
using ChatSupport.Bot.Slack.Leaving;
using ChatSupport.Bot.Slack.Linking;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Arriving;

/// <summary>
/// What is written under a ticket's card. On the client's side it is a comment, committed with its files to be fetched and with where it
/// stands; on the desk's side engineers are asked first whether it is for the client or for their colleagues.
/// </summary>
internal sealed class ThreadReplies(ServiceDesk desk, Store store, SlackPeople people, Strangers strangers, Conversations conversations)
{
    public async Task Reply(MessageEvent message, PostRow card, CancellationToken stop)
    {
        var person = await people.Find(message.Who, stop);
        if (person is Engineer && card.Side == nameof(Side.Desk))
            await AskForWhom(message, card, person, stop);
        else
            await desk.Receive(visit => Comment(visit, message, card, person), stop);
    }

    /// <summary>What somebody changes in what they wrote is recorded as a change, if it was a comment.</summary>
    public async Task Amend(MessageEvent message, CancellationToken stop)
    {
        if (await store.Ask(reader => reader.PostAt(nameof(Way.Slack), message.Channel, message.Ts), stop) is not { Seq: > 0, Reader: null } said
            || await people.Find(message.Who, stop) is not { } person)
            return;
        await desk.Receive(async visit =>
        {
            if (await visit.Store.TryDeliver(new DeliveryKey("slack", $"{message.Delivery}:{message.Edit}"), "", visit.Now) is null)
            {
                var original = (await visit.Store.Event(said.TicketId, said.Seq))!.ToHappening();
                await visit.Act(await ReferenceOf(visit.Store, said), new Amend(original, message.Text), Actor.Of(person), Door.Slack);
            }
            return message;
        }, stop);
    }

    /// <summary>Notes where a card stands that Slack says is ours.</summary>
    public Task Recognise(string team, string channel, string ts, string reference, CancellationToken stop) => desk.Receive(async visit =>
    {
        if (await visit.Store.PostAt(nameof(Way.Slack), channel, ts) is null && await visit.Find(reference, Actor.Desk) is { } ticket
            && (await visit.PlacesOf(ticket)).FirstOrDefault(place => place.Way == Way.Slack && IsAt(place, channel)) is { } place)
            await visit.Store.AddPost(new PostRow(nameof(Way.Slack), team, channel, ts, ticket.Id, place.Side.ToString(), Seq: 0));
        return reference;
    }, stop);

    private async ValueTask<bool> Comment(Visit visit, MessageEvent message, PostRow card, Person? person)
    {
        if (await visit.Store.TryDeliver(new DeliveryKey("slack", message.Delivery), "", visit.Now) is not null)
            return false;
        var reference = await ReferenceOf(visit.Store, card);
        if (person is null || await visit.Find(reference, Actor.Of(person)) is not { } before)
        {
            await visit.Store.Enqueue(strangers.Said(message.Who, card.Realm, message.Channel, message.Thread).ToRow(visit.Now));
            return false;
        }
        if (await visit.Act(reference, new Comment(WordsOf(message)), Actor.Of(person), Door.Slack) is Answer.Refused { Refusal: var no })
        {
            await visit.Store.Enqueue((await Refusal(visit, message, card, person, no)).ToRow(visit.Now));
            return false;
        }
        await visit.Store.AddPost(new PostRow(nameof(Way.Slack), card.Realm, message.Channel, message.Ts, card.TicketId, card.Side, before.Version + 1));
        foreach (var file in message.Files)
            await visit.Store.Enqueue(new FileFetch(message.Team, reference, person.Id, message.Who.User, message.Channel, message.Thread!, message.Ts, file).ToRow(visit.Now));
        return true;
    }

    private async Task AskForWhom(MessageEvent message, PostRow card, Person person, CancellationToken stop)
    {
        var reference = await store.Read(reader => ReferenceOf(reader, card), stop);
        var conversation = new SlackAddress(message.Team, message.Channel, message.Who.User, IsPrivate: true).ToString();
        var delivery = new DeliveryKey("slack", message.Delivery);
        await conversations.Take(new Turn(person, Door.Slack, conversation, delivery, new Input.Words(WordsOf(message))) { About = reference }, stop);
    }

    private static async ValueTask<Said> Refusal(Visit visit, MessageEvent message, PostRow card, Person person, Refusal no)
    {
        var tongue = await visit.Store.LanguageOf(person);
        var address = new SlackAddress(card.Realm, message.Channel, message.Who.User, IsPrivate: true);
        return new(address.ToString(), person.Id, tongue, message.Thread, [new Reply.Notice(Tone.Refusal, (no.Fields.Values.FirstOrDefault() ?? no.Why).In(tongue, Door.Slack))]);
    }

    /// <summary>A file that was sent without a word still says something: its name.</summary>
    private static string WordsOf(MessageEvent message) => message.Text.Length > 0
        ? message.Text
        : string.Join(", ", message.Files.Select(file => file.Name));

    private static bool IsAt(Place place, string channel) => place.Conversation == channel || (place.IsDirect && channel.StartsWith('D'));

    private static async ValueTask<string> ReferenceOf(Reader reader, PostRow post) => (await reader.LoadTicket(post.TicketId))!.Reference;
}
