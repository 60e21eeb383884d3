using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Dialogs.OnCall;

/// <summary>Who is in Teams and has not added the bot there, and how each of them is told instead: known before anything has to be.</summary>
internal static class UnreachedDialog
{
    private const int MostNamed = 40;

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
        var lines = deaf.Take(MostNamed).Select(person => turn.Words(
            person.Email is null ? "OnCall.Unreached.NotAtAll" : "OnCall.Unreached.ByMail", person.Name.Full, CompanyOf(turn, person), person.Email));
        var more = deaf.Count > MostNamed ? [turn.Words("OnCall.Unreached.More", deaf.Count - MostNamed)] : Array.Empty<string>();
        turn.Say(string.Join('\n', [turn.Words("OnCall.Unreached", deaf.Count), .. lines, .. more]));
    }

    private static string CompanyOf(TurnContext turn, Person person) =>
        person is Contact { ClientId: var client } ? turn.Directory.Client(client)!.Name : turn.Words("Dialogs.TheDesk");
}
