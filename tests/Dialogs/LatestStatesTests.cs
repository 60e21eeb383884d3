using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Tests.Dialogs;

public sealed class LatestStatesTests
{
    private readonly LatestStates latest = new();

    [Fact]
    public void What_was_committed_last_stays_however_late_the_turn_before_it_comes()
    {
        latest.Keep(Saved("web:paul", 2, "second"));
        latest.Keep(Saved("web:paul", 1, "first"));
        Assert.Equal("second", latest.Of("web:paul")!.State.Kept);
    }

    [Fact]
    public void One_conversation_is_never_taken_for_another()
    {
        for (var n = 0; n < 10_000; n++)
            latest.Keep(Saved($"web:{n}", 1, $"{n}"));
        Assert.All(Enumerable.Range(0, 10_000), n => Assert.True(latest.Of($"web:{n}") is not { State.Kept: var kept } || kept == $"{n}"));
    }

    [Fact]
    public void What_the_store_says_counts_more_than_what_is_remembered()
    {
        latest.Keep(Saved("web:paul", 1, "first"));
        Assert.Equal("second", latest.Of(Saved("web:paul", 2, "second").Row)!.State.Kept);
        latest.Forget("web:paul");
        Assert.Null(latest.Of("web:paul"));
    }

    private static Left Saved(string conversation, int version, string kept) =>
        new(new DialogRow(conversation, version, ConversationJson.Write(new() { Kept = kept }), NodaConstants.UnixEpoch));
}
