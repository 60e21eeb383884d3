using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Portal.Live;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Chat;

/// <summary>One person's chat with the desk, the same in all their windows.</summary>
internal sealed class ChatRoom(Store store, Conversations conversations, LivePages pages)
{
    public const int LongestWords = 20_000;

    /// <param name="before">The line before which an earlier page ends.</param>
    public async Task<IReadOnlyList<Line>> Read(Person person, long before = long.MaxValue) =>
        Line.Of(await store.Ask(reader => reader.Transcript(ConversationOf(person), Transcript.PageSize, before)));

    /// <summary>Takes a turn under the delivery id that the browser gave it: sent again, it has no second effect.</summary>
    public async Task Say(Person person, string delivery, Input said)
    {
        var conversation = ConversationOf(person);
        await conversations.Take(new Turn(person, Door.Web, conversation, new DeliveryKey(conversation, delivery), said));
        pages.Tell(Change.OfChat(person.Id));
    }

    private static string ConversationOf(Person person) => $"web:{person.Id}";
}
