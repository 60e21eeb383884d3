using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk;

/// <summary>A call about a critical incident, by somebody whose company is known.</summary>
/// <param name="Contact">Null when only the company is known.</param>
/// <param name="Number">E.164; null when it was withheld.</param>
public sealed record ClientCall(string Client, string? Contact, string? Number, Called Call);

/// <summary>An engineer says whose an unidentified message is (E10, E14).</summary>
/// <param name="Contact">Null: whoever answers for the client.</param>
/// <param name="Quoted">The ticket number that the message quotes (E11).</param>
public sealed record AttachVoicemail(string Voicemail, string? Client, string? Contact = null, string? Reason = null, string? Quoted = null);

/// <summary>What is done at the counter because somebody phoned: the ticket that a call is about is found, or opened.</summary>
public static class PhoneCounter
{
    private const int Enough = 100;

    /// <summary>Starts the client's ticket that waits for its call, joins the open one, or opens one as the call comes in (D8, E9).</summary>
    /// <param name="another">The caller says that it is another incident than those that are open.</param>
    public static async ValueTask<Answer> TakeCall(this Visit visit, ClientCall call, bool another)
    {
        var client = visit.Directory.Client(call.Client)!;
        var ticket = another ? null : TicketOfCall.Choose(await visit.OpenTicketsOf(call.Client));
        return await visit.Record(ticket, client, call, visit.CallerOf(call));
    }

    /// <summary>The caller keyed in a ticket number. Only an open P1 of theirs is taken; what else it may be is not told.</summary>
    public static async ValueTask<Ticket?> CriticalTicket(this Visit visit, string reference, string client) =>
        await visit.Find(reference, new Actor(client, null, client)) is { } ticket && TicketOfCall.IsCritical(ticket) ? ticket : null;

    /// <summary>The call is about this ticket.</summary>
    public static ValueTask<Answer> Join(this Visit visit, Ticket ticket, ClientCall call) => visit.Join(ticket, call, visit.CallerOf(call));

    /// <summary>The clock counts from the message's deposit: it was complete when it was left, whoever found out later (E10, S18).</summary>
    public static async ValueTask<Answer> AttachVoicemail(this Visit visit, AttachVoicemail act, Actor engineer)
    {
        if (!engineer.IsEngineer)
            return No("Refusals.OnlyEngineersAttach");
        if (await visit.Store.LoadVoicemail(act.Voicemail) is not { } left)
            return No("Refusals.NoSuchVoicemail");
        if (left.Ticket is { } known)
            return No("Refusals.AlreadyAttached", known);
        if (act.Client is null || visit.Directory.Client(act.Client) is not { } client)
            return new Answer.Refused(Refusal.Invalid("client", DeskText.Say("Refusals.ClientUnknown")));
        if (act.Contact is not null && visit.Directory.Contact(act.Contact)?.ClientId != client.Id)
            return new Answer.Refused(Refusal.Invalid("contact", DeskText.Say("Refusals.ContactUnknown")));

        var call = new ClientCall(client.Id, act.Contact, left.Number is "" ? null : left.Number, new Called(left.LeftAt));
        var answer = await visit.Record(TicketOfCall.Choose(await visit.OpenTicketsOf(client.Id)), client, call, engineer);
        if (answer is not Answer.Accepted { Ticket: var ticket })
            return answer;
        if (act.Quoted is { } quoted && quoted != ticket.Reference)
            await visit.Act(ticket.Reference, new NoteOnCall(new TicketQuoted(quoted)), engineer, Door.Phone);
        await visit.Store.SaveVoicemail(left with { Ticket = ticket.Reference, HandledBy = engineer.Id, HandledAt = visit.Now });
        return await visit.Act(ticket.Reference, new NoteOnCall(new VoicemailLeft(left.Id, left.Seconds, act.Reason)), engineer, Door.Phone);
    }

    private static async ValueTask<Answer> Record(this Visit visit, Ticket? ticket, Client client, ClientCall call, Actor actor)
    {
        if (ticket is not null)
            return await visit.Join(ticket, call, actor);
        if ((visit.Directory.Contact(call.Contact ?? "") ?? visit.Directory.AnswersFor(client.Id)) is not { } contact)
            return new Answer.Refused(Refusal.Invalid("contact", DeskText.Say("Refusals.ContactUnknown")));
        var decision = new DeclareByPhone(client, contact, call.Number, call.Call).Decide();
        return decision.Refusal is { } refusal
            ? new Answer.Refused(refusal)
            : new Answer.Accepted(await visit.Ledger.Open(TicketKind.Incident, decision.Events, actor, Door.Phone, visit.Now), IsRepeat: false);
    }

    private static ValueTask<Answer> Join(this Visit visit, Ticket ticket, ClientCall call, Actor actor) =>
        visit.Act(ticket.Reference, new RecordCall(call.Call.ReceivedAt) { Taken = call.Call }, actor, Door.Phone);

    private static async ValueTask<IEnumerable<Ticket>> OpenTicketsOf(this Visit visit, string client) =>
        (await visit.Store.FindTickets(new TicketQuery(Client: client, OpenOnly: true, Limit: Enough))).Items.Select(row => row.ToTicket());

    /// <summary>The contact whose number it is, else the company: somebody of theirs.</summary>
    private static Actor CallerOf(this Visit visit, ClientCall call) =>
        call.Contact is { } id && visit.Directory.Contact(id) is { } contact ? Actor.Of(contact) : new Actor(call.Client, null, call.Client);

    private static Contact? AnswersFor(this Directory directory, string client) =>
        directory.ContactsOf(client).OrderByDescending(contact => contact.Administrator).FirstOrDefault();

    private static Answer.Refused No(string key, params ReadOnlySpan<object?> with) => new(Refusal.Of(RefusalKind.NotNow, key, with));
}
