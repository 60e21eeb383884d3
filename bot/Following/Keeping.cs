using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Following;

/// <summary>How something is kept true at a place: posted once, then changed where it stands.</summary>
internal static class Keeping
{
    /// <param name="posted">Where it stands already.</param>
    /// <param name="side">As what it is noted where it comes to stand; <paramref name="seq"/> as well.</param>
    public static async Task<Sending> Keep(
        this IBoard board, Store store, Place place, Shown shown, List<PostRow> posted, string side, int seq, CancellationToken stop)
    {
        var gone = 0;
        foreach (var post in posted)
        {
            // What somebody deleted, or whose conversation was closed, is forgotten: it is posted anew.
            var came = await board.Change(post, place, shown, stop);
            if (came is null)
                gone += await store.Write(session => session.ForgetPost(post), CancellationToken.None);
            else if (came is not Sending.Sent)
                return came;
        }
        return gone == posted.Count ? await board.Post(store, place, shown, side, seq, stop) : new Sending.Sent();
    }

    private static async Task<Sending> Post(this IBoard board, Store store, Place place, Shown shown, string side, int seq, CancellationToken stop)
    {
        var (came, at) = await board.Post(place, shown, stop);
        if (at is not null)
            await store.Write(session => session.AddPost(new PostRow(
                board.Way.ToString(), place.Realm, at.Conversation, at.Message, shown.Ticket.Id, side, seq)), CancellationToken.None);
        return came;
    }
}
