using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Desk.Tickets.Publishing;

namespace ChatSupport.Desk.Notices;

/// <summary>Somebody is to be told of one event of one ticket. The words are found when it is sent, in the reader's language.</summary>
public sealed record Notice(Person To, Way Way, TicketEvent Of, int Seq)
{
    /// <summary>Notices of one lane arrive in their order; lanes do not wait for each other.</summary>
    public string Lane => LaneOf(Way, To.Id);

    public static string LaneOf(Way way, string person) => $"{way}:{person}";

    /// <summary>It goes to people of other clients, so it leaves as a letter of its own and by no way that would show the ticket with it.</summary>
    public static bool IsForFollowers(string notice) => notice == nameof(Unpublished);

    /// <summary>
    /// Whether it is still worth saying: nobody is warned about a ticket that was taken, or reminded of one that was settled.
    /// Asked again just before sending.
    /// </summary>
    public static bool StillHolds(TicketEvent of, Ticket now) => of switch
    {
        Warned or ResponseMissed or SoftTargetPassed or PagingEnded => now.Status == Status.Open,
        Reminded => now.Status == Status.Resolved,
        PageSent page => now.IsPaged() && now.Pager!.IsLatest(page),
        _ => true,
    };
}
