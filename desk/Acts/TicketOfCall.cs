using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>Which of a client's tickets a call is about when the caller does not say.</summary>
internal static class TicketOfCall
{
    /// <summary>
    /// The newest P1 that still waits for its call (R66, R67), else the newest P1 that is open: a repeated call joins it (E9). Null when there
    /// is none, and the call itself is the declaration.
    /// </summary>
    /// <param name="tickets">The client's open ones, the newest first.</param>
    public static Ticket? Choose(IEnumerable<Ticket> tickets)
    {
        var critical = tickets.Where(IsCritical).ToList();
        return critical.Find(ticket => ticket is { Status: Status.Open, Clock.CalledAt: null }) ?? critical.FirstOrDefault();
    }

    /// <summary>Only a P1 can be about a call, and only until it is resolved.</summary>
    public static bool IsCritical(Ticket ticket) =>
        ticket is { Priority: Priority.P1, Status: Status.Open or Status.InProgress or Status.OnHold };
}
