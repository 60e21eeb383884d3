using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Tickets;
using static ChatSupport.Bot.Mail.Part;

namespace ChatSupport.Bot.Mail;

/// <summary>By when the client has an answer and why, as long as it waits for one.</summary>
internal static class DeadlineLetter
{
    public static IEnumerable<Part> Of(Message m)
    {
        if (m.Ticket is not { Status: Status.Open } ticket)
            yield break;
        if (ticket.Requested.CappedBy(ticket.Plan) != ticket.Requested)
            yield return Say("Capped", ticket.Plan, ticket.Requested, ticket.Priority);
        if (ticket is { Plan: Plan.Premium, Priority: Priority.P1, Clock.CalledAt: null })
            yield return m.Directory.Places.Phone is { } phone ? Say("CallUs", ticket.Reference, phone) : Say("CallUsAnyhow", ticket.Reference);
        if (ticket.Clock.DueAt is { } due)
            yield return Say("Due", due);
        else if (ticket.Clock.SoftDueAt is { } soft)
            yield return Say("DueSoftly", soft);
        if (ticket.Clock.StartedAt is not null)
            yield return new Says(Explanation.RuleFor(ticket.Plan, ticket.Priority));
    }
}
