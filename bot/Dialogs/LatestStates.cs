using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Dialogs;

/// <summary>How the latest conversations were left, so that their states are not read from JSON again in each turn.</summary>
internal sealed class LatestStates
{
    private readonly Left?[] places = new Left?[1024];

    /// <summary>Whether it was left with a declaration read back to somebody, who mostly sends it then.</summary>
    public bool IsReadBack(string conversation) => Place(conversation) is { State.Draft.IsReadBack: true };

    /// <summary>Where a conversation stands by what the store has of it, which another instance may have written.</summary>
    public ConversationState Of(DialogRow? row) => row is null ? new()
        : Place(row.Conversation) is { } left && left.Json == row.State ? left.State
        : ConversationJson.Read(row.State);

    public void Keep(string conversation, string json, ConversationState state) => Place(conversation) = new Left(json, state);

    private ref Left? Place(string conversation) => ref places[(uint)conversation.GetHashCode(StringComparison.Ordinal) % places.Length];

    private sealed record Left(string Json, ConversationState State);
}
