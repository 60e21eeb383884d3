using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Notices;

/// <summary>For whose eyes a place is.</summary>
public enum Side
{
    Client,
    Desk,
}

/// <summary>
/// A place in a chat where a ticket is followed: its card stands there, kept true, and what happens is told under it.
/// </summary>
/// <param name="Realm">The workspace or the tenant.</param>
/// <param name="Conversation">A channel, or a person to speak to directly: <c>@</c> and their user id.</param>
public sealed record Place(Way Way, Side Side, string Realm, string Conversation)
{
    private static readonly Way[] Chats = [Way.Slack, Way.Teams];

    /// <summary>Whether tickets are followed anywhere.</summary>
    public static bool IsAnywhere(IReadOnlySet<Way> ways) => Chats.Any(ways.Contains);

    /// <summary>The outbox's notice for a card that is to be shown as the ticket stands.</summary>
    public static string CardOf(Way way) => $"{way}.Card";

    /// <summary>The outbox's notice for an event that is to be told under the card.</summary>
    public static string ToldBy(Way way) => $"{way}.Told";

    /// <summary>The outbox's notice for a wave that is to be shown as it stands.</summary>
    public static string WaveOf(Way way) => $"{way}.Wave";

    /// <summary>The outbox's notice for the cards that were shown to one person each.</summary>
    public static string CopiesOf(Way way) => $"{way}.Copies";

    public bool IsDirect => Conversation.StartsWith('@');

    /// <summary>What goes to one conversation goes there in its order.</summary>
    public string Lane => $"{Way}:{Realm}/{Conversation}";

    /// <summary>As the outbox names a recipient that is no person.</summary>
    public override string ToString() => $"{Side}:{Realm}/{Conversation}";

    /// <returns>Null when the recipient is a person.</returns>
    public static Place? Parse(Way way, string recipient) =>
        recipient.Split([':', '/'], 3) is [var side, var realm, var conversation] && Enum.TryParse<Side>(side, out var known)
            ? new Place(way, known, realm, conversation)
            : null;

    /// <summary>
    /// Where a ticket is followed: in the desk's channels; in those of the client, and directly with the contact in the chat where they
    /// declared it, or wherever they can be spoken to when their company has no channel at all.
    /// </summary>
    /// <param name="linked">The chat identities that the contact has proven, beside those of the directory.</param>
    public static IEnumerable<Place> Of(Ticket ticket, Directory directory, IReadOnlySet<Way> ways, IReadOnlyList<ChatIdentity> linked)
    {
        Way[] chats = [.. Chats.Where(ways.Contains)];
        var channels = chats.Select(way => ChannelOf(directory.Client(ticket.Client), way)).OfType<Place>().ToArray();
        var direct = chats
            .Where(way => channels.Length == 0 || (way.ToString() == ticket.Door.ToString() && channels.All(channel => channel.Way != way)))
            .Select(way => Direct(way, ticket, directory, linked));
        return [.. ticket.IsShownByItsWave ? [] : OfDesk(directory, ways), .. channels, .. direct.OfType<Place>()];
    }

    /// <summary>The desk's own channels.</summary>
    public static IEnumerable<Place> OfDesk(Directory directory, IReadOnlySet<Way> ways) =>
        Chats.Where(ways.Contains).Select(way => ChannelOf(directory.Places, way)).OfType<Place>();

    /// <summary>Where a client is told instead when this place refuses; null when there is nowhere else.</summary>
    public Place? Instead(Ticket ticket, Directory directory, IReadOnlyList<ChatIdentity> linked) =>
        Side == Side.Client && !IsDirect ? Direct(Way, ticket, directory, linked) : null;

    /// <summary>Whether an event is told here: to the client what concerns them, to the desk everything.</summary>
    public bool Tells(TicketEvent what) => Side switch
    {
        Side.Client => what is CallSettled || (what is not (Declared or Assigned or Called { Call: not null }) && !what.IsInternal),
        _ => what is not (Declared or OnTheLine or CallSettled or VoicemailErased),
    };

    private static Place? ChannelOf(DeskPlaces desk, Way way) => way switch
    {
        Way.Slack when desk.Slack is { } slack => new(way, Side.Desk, slack.Workspace, slack.Channel),
        Way.Teams when desk.Teams is { } teams => new(way, Side.Desk, teams.Tenant, teams.Channel),
        _ => null,
    };

    private static Place? ChannelOf(Client? client, Way way) => way switch
    {
        Way.Slack when client?.Slack is { Channel: { } channel, Workspaces: [var workspace, ..] } => new(way, Side.Client, workspace, channel),
        Way.Teams when client?.Teams is { Channel: { } channel, Tenants: [var tenant, ..] } => new(way, Side.Client, tenant, channel),
        _ => null,
    };

    private static Place? Direct(Way way, Ticket ticket, Directory directory, IReadOnlyList<ChatIdentity> linked) =>
        directory.Contact(ticket.Contact) is { Active: true } contact
        && directory.IdentityOf(contact, way == Way.Slack ? ChatService.Slack : ChatService.Teams, linked) is { } own
            ? new Place(way, Side.Client, own.Realm, $"@{own.User}")
            : null;
}
