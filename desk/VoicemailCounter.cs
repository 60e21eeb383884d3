using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk;

/// <summary>An engineer says whose an unidentified message is (E10, E14).</summary>
/// <param name="Contact">Null: whoever answers for the client.</param>
/// <param name="Quoted">The ticket number that the message quotes (E11).</param>
public sealed record AttachVoicemail(string Voicemail, string? Client, string? Contact = null, string? Reason = null, string? Quoted = null);

/// <summary>What engineers do at the counter with messages of nobody knows whom (E13).</summary>
public static class VoicemailCounter
{
    /// <summary>The clock counts from the message's deposit: it was complete when it was left, whoever found out later (E10, S18).</summary>
    public static async ValueTask<Answer> AttachVoicemail(this Visit visit, AttachVoicemail act, Actor engineer)
    {
        var (left, objection) = await visit.Unidentified(act.Voicemail, engineer);
        if (left is null)
            return new Answer.Refused(objection!);
        if (act.Client is null || visit.Directory.Client(act.Client) is not { } client)
            return new Answer.Refused(Refusal.Invalid("client", DeskText.Say("Refusals.ClientUnknown")));
        if (act.Contact is not null && visit.Directory.Contact(act.Contact)?.ClientId != client.Id)
            return new Answer.Refused(Refusal.Invalid("contact", DeskText.Say("Refusals.ContactUnknown")));

        var call = new ClientCall(client.Id, act.Contact, left.Number is "" ? null : left.Number, new Called(left.LeftAt));
        var answer = await visit.TakeCall(call, another: false, engineer);
        if (answer is not Answer.Accepted { Ticket: var ticket })
            return answer;
        if (act.Quoted is { } quoted && quoted != ticket.Reference)
            await visit.Act(ticket.Reference, new NoteOnCall(new TicketQuoted(quoted)), engineer, Door.Phone);
        await visit.Store.SaveVoicemail(left with { Ticket = ticket.Reference, HandledBy = engineer.Id, HandledAt = visit.Now });
        return await visit.Act(ticket.Reference, new NoteOnCall(new VoicemailLeft(left.Id, left.Seconds, act.Reason)), engineer, Door.Phone);
    }

    /// <summary>Nothing comes of it: a wrong number, a silence, somebody whom the phone cannot help (E15). It is kept until its time is over.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public static async ValueTask<Refusal?> DismissVoicemail(this Visit visit, string voicemail, Actor engineer)
    {
        var (left, objection) = await visit.Unidentified(voicemail, engineer);
        if (left is { DismissedAt: null })
            await visit.Store.SaveVoicemail(left with { HandledBy = engineer.Id, HandledAt = visit.Now, DismissedAt = visit.Now });
        return objection;
    }

    private static async ValueTask<(VoicemailRow? Left, Refusal? Objection)> Unidentified(this Visit visit, string voicemail, Actor engineer)
    {
        if (!engineer.IsEngineer)
            return (null, Refusal.Of(RefusalKind.NotNow, "Refusals.OnlyEngineersAttach"));
        return await visit.Store.HoldVoicemail(voicemail) switch
        {
            null => (null, Refusal.Of(RefusalKind.Unknown, "Refusals.NoSuchVoicemail")),
            { Ticket: { } known } => (null, Refusal.Of(RefusalKind.NotNow, "Refusals.AlreadyAttached", known)),
            var left => (left, null),
        };
    }
}
