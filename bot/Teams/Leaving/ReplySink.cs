using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Teams.Arriving;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>
/// Keeps the replies of a turn as messages that are to leave, in the turn's own transaction; and where somebody's comment stands, so that
/// they can change it, and it is not told them back.
/// </summary>
internal sealed class ReplySink : IReplySink
{
    public Door Door => Door.Teams;

    public async ValueTask Keep(Visit visit, Turn turn, IReadOnlyList<Reply> replies)
    {
        if (TeamsAddress.Parse(turn.Conversation) is not { } address)
            return;
        if (turn is { About: { } about, Said: Input.Words })
            await NoteComment(visit, turn, address, about);
        if (turn.Delivery.Scope == Deliveries.OnTheSpot || (turn.Delivery.Scope == Deliveries.Click && IsAnsweredInPlace(turn, address)))
            return;
        var kept = new List<Reply>();
        foreach (var reply in replies)
            if (reply is not Reply.Card card || !await StandsThere(visit, turn, address, card.Reference))
                kept.Add(reply);
        foreach (var said in Said.Messages(address, turn.Who.Id, turn.Who.Tongue, kept))
            await visit.Store.Enqueue(said.ToRow(visit.Now));
    }

    /// <summary>A click on a ticket's card or a form changes that; any click does where others would read along.</summary>
    public static bool IsAnsweredInPlace(Turn turn, TeamsAddress address) => !address.IsPersonal || turn.Said switch
    {
        Input.Chosen(var id) => new Click(id, "", null).IsAnsweredInPlace,
        _ => true,
    };

    /// <summary>In a ticket's thread its card stands above; and a ticket just declared is shown by its own card.</summary>
    private static async ValueTask<bool> StandsThere(Visit visit, Turn turn, TeamsAddress address, string reference)
    {
        if (turn.About == reference && address.Kind == ConversationKind.Channel)
            return true;
        return address.IsPersonal && visit.Changed.FirstOrDefault(ticket => ticket.Reference == reference) is { } changed && changed.DeclaredAt == visit.Now
            && (await visit.PlacesOf(changed)).Any(place => place.Lane == address.Lane);
    }

    private static async ValueTask NoteComment(Visit visit, Turn turn, TeamsAddress address, string reference)
    {
        if (await visit.Store.LoadTicket(reference) is not { } ticket)
            return;
        for (var seq = ticket.Version; seq > Math.Max(0, ticket.Version - 3); seq--)
            if ((await visit.Store.Event(ticket.Id, seq))?.ToHappening() is { What: Replied, By: var by, At: var at } && by == turn.Who.Id && at == visit.Now)
                await visit.Store.AddPost(new PostRow(
                    nameof(Way.Teams), address.Tenant, address.Conversation, MessageOf(turn, address), ticket.Id, SideOf(turn.Who).ToString(), seq));
    }

    private static string MessageOf(Turn turn, TeamsAddress address) => turn.Delivery.Id[..^(address.Conversation.Length + 1)];

    private static Side SideOf(Person person) => person is Contact ? Side.Client : Side.Desk;
}
