using ChatSupport.Bot.Shifts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Dialogs.OnCall;

/// <summary>Who is in Teams and has not added the bot there, and how each of them is told instead: known before anything has to be.</summary>
internal static class UnreachedDialog
{
    public static async ValueTask Do(TurnContext turn)
    {
        if (!turn.Ways.Contains(Way.Teams))
        {
            turn.Say(turn.Words("OnCall.Unreached.NoTeams"));
            return;
        }
        var deaf = await turn.Store.DeafInTeams(turn.Directory);
        if (deaf.Count == 0)
        {
            turn.Notify(Tone.Good, "OnCall.Unreached.Nobody");
            return;
        }
        turn.Say(string.Join('\n', Unreached.Lines(deaf, turn.Directory).Select(turn.In)));
    }
}
