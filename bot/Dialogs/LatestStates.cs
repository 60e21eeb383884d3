using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Dialogs;

/// <summary>Where a conversation stands: what the store has of it, and what that says.</summary>
internal sealed record Left(DialogRow Row, ConversationState State)
{
    public Left(DialogRow row) : this(row, ConversationJson.Read(row.State))
    {
    }
}

/// <summary>
/// How the latest conversations were left, so that they are not read from the store again in each turn. Where other instances write to
/// the same store it is they who may have left them; there only a state that the store still has is not read from its JSON again.
/// </summary>
internal sealed class LatestStates
{
    private readonly Left?[] places = new Left?[4096];

    public Left? Of(string conversation) => places[PlaceOf(conversation)] is { } left && left.Row.Conversation == conversation ? left : null;

    /// <summary>Where a conversation stands by what the store has of it.</summary>
    public Left? Of(DialogRow? row) => row is null ? null
        : Of(row.Conversation) is { } left && left.Row.State == row.State ? left with { Row = row }
        : new(row);

    /// <summary>To be called with what is committed. Two turns of a conversation may come here in another order than they were committed.</summary>
    public void Keep(Left left)
    {
        lock (places)
        {
            if (Of(left.Row.Conversation) is not { } known || known.Row.Version <= left.Row.Version)
                places[PlaceOf(left.Row.Conversation)] = left;
        }
    }

    public void Forget(string conversation)
    {
        lock (places)
            places[PlaceOf(conversation)] = null;
    }

    private int PlaceOf(string conversation) => (int)((uint)conversation.GetHashCode(StringComparison.Ordinal) % places.Length);
}
