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

/// <summary>What is done at the counter because somebody phoned: the ticket that a call is about is found, or opened.</summary>
public static class PhoneCounter
{
    private const int Enough = 100;

    /// <summary>Starts the client's ticket that waits for its call, joins the open one, or opens one as the call comes in (D8, E9).</summary>
    /// <param name="another">The caller says that it is another incident than those that are open.</param>
    public static ValueTask<Answer> TakeCall(this Visit visit, ClientCall call, bool another) => visit.TakeCall(call, another, visit.CallerOf(call));

    internal static async ValueTask<Answer> TakeCall(this Visit visit, ClientCall call, bool another, Actor actor)
    {
        if (!another && TicketOfCall.Choose(await visit.OpenTicketsOf(call.Client)) is { } ticket)
            return await visit.Join(ticket, call, actor);
        if ((visit.Directory.Contact(call.Contact ?? "") ?? visit.Directory.AnswersFor(call.Client)) is not { } contact)
            return new Answer.Refused(Refusal.Invalid("contact", DeskText.Say("Refusals.ContactUnknown")));
        var decision = new DeclareByPhone(visit.Directory.Client(call.Client)!, contact, call.Number, call.Call).Decide();
        return decision.Refusal is { } refusal
            ? new Answer.Refused(refusal)
            : new Answer.Accepted(await visit.Ledger.Open(TicketKind.Incident, decision.Events, actor, Door.Phone, visit.Now), IsRepeat: false);
    }

    /// <summary>The caller keyed in a ticket number. Only an open P1 of theirs is taken; what else it may be is not told.</summary>
    public static async ValueTask<Ticket?> CriticalTicket(this Visit visit, string reference, string client) =>
        await visit.Find(reference, new Actor(client, null, client)) is { } ticket && TicketOfCall.IsCritical(ticket) ? ticket : null;

    /// <summary>The call is about this ticket.</summary>
    public static ValueTask<Answer> Join(this Visit visit, Ticket ticket, ClientCall call) => visit.Join(ticket, call, visit.CallerOf(call));

    private static ValueTask<Answer> Join(this Visit visit, Ticket ticket, ClientCall call, Actor actor) =>
        visit.Act(ticket.Reference, new RecordCall(call.Call.ReceivedAt) { Taken = call.Call }, actor, Door.Phone);

    private static async ValueTask<IEnumerable<Ticket>> OpenTicketsOf(this Visit visit, string client) =>
        (await visit.Store.FindTickets(new TicketQuery(Client: client, OpenOnly: true, Limit: Enough))).Items.Select(row => row.ToTicket());

    /// <summary>The contact whose number it is, else the company: somebody of theirs.</summary>
    private static Actor CallerOf(this Visit visit, ClientCall call) =>
        call.Contact is { } id && visit.Directory.Contact(id) is { } contact ? Actor.Of(contact) : new Actor(call.Client, null, call.Client);

    private static Contact? AnswersFor(this Directory directory, string client) =>
        directory.ContactsOf(client).OrderByDescending(contact => contact.Administrator).FirstOrDefault();
}
