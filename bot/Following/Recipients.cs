using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Following;

/// <summary>How a recipient of messages is called: a person by their name, a place in a chat by whose it is, and neither by an id.</summary>
internal static class Recipients
{
    /// <param name="id">A directory id, or a <see cref="Place"/> as the outbox names it.</param>
    public static Sentence Recipient(this Directory directory, string id) => Place.Parse(Way.Slack, id) switch
    {
        null => Named("Person", directory.NameOf(id)),
        { Side: Side.Desk } => Named("DeskChannel"),
        { IsDirect: true } place => Reader(place, directory) is { } person ? Named("Person", person.Name.Full) : Named("Direct"),
        { Conversation: var channel } => directory.Clients.FirstOrDefault(client => client.Slack?.Channel == channel || client.Teams?.Channel == channel) is { } client
            ? Named("ChannelOf", client.Name)
            : Named("Channel"),
    };

    private static Person? Reader(Place direct, Directory directory) => Enum.GetValues<ChatService>()
        .Select(service => directory.ByIdentity(new ChatIdentity(service, direct.Realm, direct.Conversation[1..])))
        .FirstOrDefault(person => person is not null);

    private static Sentence Named(string entry, params ReadOnlySpan<object?> with) => BotText.Say($"Recipients.{entry}", with);
}
