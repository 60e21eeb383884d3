using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Teams.Files;
using ChatSupport.Bot.Teams.Leaving;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>
/// What people write: under a ticket's card, or in answer to it, it is about that ticket; anywhere else it is the conversation. In channels
/// and group chats Teams delivers only what calls the bot by its name.
/// </summary>
internal sealed class Messages(TeamsPeople people, Strangers strangers, Conversations conversations, SharedFiles files, ServiceDesk desk, Store store)
{
    /// <returns>The replies; they leave by themselves unless they are wanted on the spot.</returns>
    public async Task<IReadOnlyList<Reply>> Take(Activity activity, CancellationToken stop)
    {
        if (activity.Who is not { } who)
            return [];
        var person = await people.Find(activity, stop);
        await people.Note(activity, person, stop);
        var click = activity.Json.Text("text") is null ? Click.Read(activity.Value) : null;
        if (person is null)
            return await AnswerStranger(activity, who, click, stop);

        var card = await CardAbove(activity, stop);
        var shared = SharedFile.In(activity);
        var words = Words.Of(activity);
        var said = click?.ToInput() ?? (words.Length + shared.Count > 0 ? new Input.Words(words.Length > 0 ? words : SharedFile.Names(shared)) : null);
        if (said is null)
            return [];
        var scope = activity.ExpectsReplies ? Deliveries.OnTheSpot : Deliveries.Message;
        var turn = new Turn(person, Door.Teams, TeamsAddress.Of(activity, who).ToString(), Deliveries.Of(activity, scope), said)
        {
            Clock = activity.Clock,
            Own = activity.Own,
            About = card is null ? null : await store.Read(async reader => (await reader.LoadTicket(card.TicketId))?.Reference, stop),
        };
        var replies = shared.Count > 0 && words.Length == 0 && turn.About is null ? [] : await conversations.Take(turn, stop);
        if (shared.Count > 0)
            await files.Take(activity, turn, shared, stop);
        return replies;
    }

    /// <summary>
    /// What somebody changes in what they wrote is recorded as a change, if it was a comment. What they delete stays in the timeline, where
    /// it was read and answered.
    /// </summary>
    public async Task Amend(Activity activity, CancellationToken stop)
    {
        if (activity.Json.Text("channelData", "eventType") is not (null or "editMessage") || Words.Of(activity) is not { Length: > 0 } words
            || await people.Find(activity, stop) is not { } person
            || await store.Ask(reader => reader.PostAt(nameof(Way.Teams), activity.Conversation, activity.Id), stop) is not { Seq: > 0 } said)
            return;
        var edit = $"{activity.Conversation}:{activity.Id}:{activity.Json.Text("timestamp")}";
        await desk.Receive(async visit =>
        {
            if (await visit.Store.TryDeliver(new DeliveryKey(Deliveries.Message, edit), "", visit.Now) is null
                && await visit.Store.LoadTicket(said.TicketId) is { } ticket && await visit.Store.Event(ticket.Id, said.Seq) is { } before)
                await visit.Act(ticket.Reference, new Amend(before.ToHappening(), words), Actor.Of(person), Door.Teams);
            return activity;
        }, stop);
    }

    private async Task<IReadOnlyList<Reply>> AnswerStranger(Activity activity, ChatIdentity who, Click? click, CancellationToken stop)
    {
        var replies = click is null ? strangers.Greeting(who) : await strangers.Answer(who, click, stop);
        if (activity.ExpectsReplies)
            return replies;
        return await desk.Receive(async visit =>
        {
            if (await visit.Store.TryDeliver(Deliveries.Of(activity, Deliveries.Message), "", visit.Now) is null)
                foreach (var said in Said.Messages(TeamsAddress.Of(activity, who), null, strangers.TongueOf(who), replies))
                    await visit.Store.Enqueue(said.ToRow(visit.Now));
            return replies;
        }, stop);
    }

    /// <summary>The ticket's card whose thread this is, or that it answers.</summary>
    private Task<PostRow?> CardAbove(Activity activity, CancellationToken stop) => store.Read(async reader =>
        activity.Kind == ConversationKind.Channel ? await reader.CardIn(nameof(Way.Teams), activity.Conversation)
        : Words.AnsweredBy(activity) is { } answered ? await reader.PostAt(nameof(Way.Teams), activity.Conversation, answered)
        : null, stop);
}
