using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Desk;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Dialogs.OnCall;

/// <summary>Messages of nobody knows whom: whose each of them is, is one press (E10 to E14).</summary>
internal static class VoicemailDialog
{
    private const int Most = 5;

    public static ValueTask Do(TurnContext turn, Request request) =>
        request is { Verb: Verb.AttachVoicemail, Detail: { } detail } && detail.Split('/') is [var message, var client]
            ? Attach(turn, message, client)
            : List(turn);

    private static async ValueTask List(TurnContext turn)
    {
        var waiting = await turn.Store.UnidentifiedVoicemails(Most);
        if (waiting.Count == 0)
            turn.Offer(turn.Words("OnCall.NoVoicemails"), turn.Choice(Verb.Menu));
        foreach (var left in waiting)
            turn.Offer(
                turn.Words("OnCall.Voicemail", left.LeftAt, left.Number.Length > 0 ? left.Number : "–", left.Seconds, left.Heard ?? "–"),
                turn.Directory.Clients.Where(client => client.Plan is Plan.Premium or Plan.Business).Select(client => Choose(left, client)));
    }

    private static Choice Choose(VoicemailRow left, Client client) =>
        new(new Request(Verb.AttachVoicemail, Detail: $"{left.Id}/{client.Id}").ToChoice(), client.Name);

    private static async ValueTask Attach(TurnContext turn, string message, string client)
    {
        switch (await turn.Visit.AttachVoicemail(new AttachVoicemail(message, client), turn.Actor))
        {
            case Answer.Accepted { Ticket: var ticket }:
                turn.Notify(Tone.Good, "OnCall.Attached", ticket.Reference);
                turn.Show(ticket.Reference);
                break;
            case Answer.Refused { Refusal: var no }:
                turn.Notify(Tone.Refusal, no.Why);
                break;
        }
    }
}
