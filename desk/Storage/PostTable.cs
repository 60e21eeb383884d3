using System.Data.Common;

namespace ChatSupport.Desk.Storage;

/// <summary>One message in a chat that is about a ticket.</summary>
/// <param name="Realm">The workspace or tenant through which it was posted or received; its token changes it.</param>
/// <param name="Conversation">The vendor's name of the channel or the direct conversation, unique without its realm.</param>
/// <param name="Message">The vendor's name of the message in it; a later message has a greater one.</param>
/// <param name="Side">For whose eyes the conversation is.</param>
/// <param name="Seq">The event that it tells, or that it became; 0 for the ticket's card; -1 for a reader's card that a newer one replaced.</param>
/// <param name="Reader">Null at a place that several people read; else the person for whom a card was drawn.</param>
public sealed record PostRow(
    string Way, string Realm, string Conversation, string Message, long TicketId, string Side, int Seq, string? Reader = null)
{
    /// <summary>What is written under it is written about its ticket.</summary>
    public bool IsCard => Seq <= 0 || Reader is not null;
}

/// <summary>Where tickets are spoken of in chats.</summary>
public static class PostTable
{
    private const string Columns = "way, realm, conversation, message, ticket_id, side, seq, reader";

    /// <summary>Notes a message; one that is known already stays as it was noted first.</summary>
    public static ValueTask<int> AddPost(this Session session, PostRow post) => session.Prepare(
            $"INSERT INTO posted_messages ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (way, conversation, message) DO NOTHING")
        .With(post.Way, post.Realm, post.Conversation, post.Message, post.TicketId, post.Side, post.Seq, post.Reader)
        .Execute();

    public static ValueTask<PostRow?> PostAt(this Reader reader, string way, string conversation, string message) => reader.Prepare(
            $"SELECT {Columns} FROM posted_messages WHERE way = $1 AND conversation = $2 AND message = $3")
        .With(way, conversation, message)
        .First(Read);

    /// <summary>The card of the one ticket that a conversation is about, a thread; null when it is about none, or several.</summary>
    public static async ValueTask<PostRow?> CardIn(this Reader reader, string way, string conversation) => await reader.Prepare(
            $"SELECT {Columns} FROM posted_messages WHERE way = $1 AND conversation = $2 AND seq = 0 LIMIT 2")
        .With(way, conversation)
        .All(Read) is [var only] ? only : null;

    /// <summary>
    /// Where an event of the ticket stands on one side, or its card (0), the first first. There may be two: an answer that got lost on its
    /// way made us post again.
    /// </summary>
    public static ValueTask<List<PostRow>> Posts(this Reader reader, long ticketId, string way, string side, int seq) => reader.Prepare(
            $"""
            SELECT {Columns} FROM posted_messages
            WHERE ticket_id = $1 AND way = $2 AND side = $3 AND seq = $4 AND reader IS NULL ORDER BY message
            """)
        .With(ticketId, way, side, seq)
        .All(Read);

    /// <summary>The ticket's cards that were shown to one person each, the latest first.</summary>
    public static ValueTask<List<PostRow>> Copies(this Reader reader, long ticketId, string way) => reader.Prepare(
            $"SELECT {Columns} FROM posted_messages WHERE ticket_id = $1 AND way = $2 AND seq >= 0 AND reader IS NOT NULL ORDER BY message DESC")
        .With(ticketId, way)
        .All(Read);

    /// <summary>The ways by which there are such cards.</summary>
    public static ValueTask<List<string>> WaysOfCopies(this Reader reader, long ticketId) => reader.Prepare(
            "SELECT DISTINCT way FROM posted_messages WHERE ticket_id = $1 AND seq >= 0 AND reader IS NOT NULL")
        .With(ticketId)
        .All(row => row.GetString(0));

    /// <summary>A newer card stands in the same conversation: this one is not kept true any more.</summary>
    public static ValueTask<int> Retire(this Session session, PostRow copy) => session.Prepare(
            "UPDATE posted_messages SET seq = -1 WHERE way = $1 AND conversation = $2 AND message = $3")
        .With(copy.Way, copy.Conversation, copy.Message)
        .Execute();

    /// <summary>The message is no longer there.</summary>
    public static ValueTask<int> ForgetPost(this Session session, PostRow post) => session.Prepare(
            "DELETE FROM posted_messages WHERE way = $1 AND conversation = $2 AND message = $3")
        .With(post.Way, post.Conversation, post.Message)
        .Execute();

    private static PostRow Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetString(5), row.GetInt32(6), row.Text(7));
}
