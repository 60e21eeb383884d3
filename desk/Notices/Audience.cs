using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Desk.Tickets.Publishing;

namespace ChatSupport.Desk.Notices;

/// <summary>Who is told what. The client hears of every change of status (R28, R76); the desk's people of what waits for them.</summary>
public static class Audience
{
    /// <param name="ticket">As it stands after the event.</param>
    public static IEnumerable<Addressee> Of(Ticket ticket, Happening happening, Directory directory, IReadOnlySet<Way> ways) =>
        from person in PeopleToTell(ticket, happening, directory)
        where person.Id != happening.By || IsForClient(happening.What)
        select new Addressee(person, reachable => Reach.WaysTo(reachable, ways).Concat(TextTo(reachable, ticket, happening.What, ways)));

    /// <summary>Whoever phones, and wants to, reads on the phone that the call counts, and who has taken it.</summary>
    private static Way[] TextTo(Person person, Ticket ticket, TicketEvent what, IReadOnlySet<Way> ways) =>
        person is Contact { Sms: true, Phones.Count: > 0 } && ways.Contains(Way.Sms) && ticket.Clock.CalledAt is not null && what is (Called { Call: null } or CallSettled or Acknowledged)
            ? [Way.Sms]
            : [];

    private static IEnumerable<Person> PeopleToTell(Ticket ticket, Happening happening, Directory directory) =>
        happening.What is Unpublished ? Followers(ticket, directory)
        : IsForClient(happening.What) && !IsSaidByItsCall(happening)
            ? ClientSide(ticket, directory).Concat(Deskside(ticket, happening, directory))
        : Deskside(ticket, happening, directory);

    /// <summary>Of whichever client: what they read is what was published, see <see cref="Notice.IsForFollowers"/>.</summary>
    private static IEnumerable<Person> Followers(Ticket ticket, Directory directory) => ticket.Publication!.Followers
        .Select(follower => follower.Contact).Distinct()
        .Select(directory.Contact).OfType<Contact>().Where(contact => contact.Active);

    /// <summary>A call that is a declaration is confirmed once, with the deadline that it starts.</summary>
    private static bool IsSaidByItsCall(Happening happening) => happening is { Door: Door.Phone, What: Declared { Complete: false } };

    /// <summary>A call that a person records is theirs to judge; any other counts when it is settled which ticket it is about.</summary>
    private static bool IsForClient(TicketEvent what) => what is Declared or Called { Call: null } or CallSettled or Acknowledged or Answered or Held or Resumed
        or PriorityProposed or PriorityDecided or Resolved or Contested or Closed or Reminded or Linked or Unlinked;

    /// <summary>The contact who declared; their company's other contacts when that one has left (E26).</summary>
    private static IEnumerable<Person> ClientSide(Ticket ticket, Directory directory) =>
        directory.Contact(ticket.Contact) is { Active: true } contact ? [contact] : directory.ContactsOf(ticket.Client);

    private static IEnumerable<Person> Deskside(Ticket ticket, Happening happening, Directory directory) => happening.What switch
    {
        Warned { Percent: var percent } => directory.Warnings.FirstOrDefault(warning => warning.Percent == percent)?.To switch
        {
            WarningAudience.OnCall => [directory.Rota.OnCall(happening.At)],
            WarningAudience.Supervisors => directory.Supervisors,
            _ => [],
        },
        ResponseMissed or SoftTargetPassed or PagingEnded => directory.Supervisors,
        Assigned { To: var to } => Engineer(directory, to),
        Replied or Contested or Called or VoicemailLeft or ModelConfirmed or Closed { Cause: Closure.Confirmed } => Engineer(directory, ticket.Assignee),
        Undelivered { Instead: null, Person: var person } => WhoSeesTo(person, ticket, directory),
        _ => [],
    };

    /// <summary>A client who could not be reached is the engineer's concern; an engineer who could not, or a ticket of nobody's, the supervisors'.</summary>
    private static IEnumerable<Person> WhoSeesTo(string unreached, Ticket ticket, Directory directory) =>
        unreached != ticket.Assignee && Engineer(directory, ticket.Assignee).ToArray() is [_, ..] assignee
            ? assignee
            : directory.Supervisors.Where(supervisor => supervisor.Id != unreached);

    private static IEnumerable<Person> Engineer(Directory directory, string? id) => id is not null && directory.Engineer(id) is { } engineer ? [engineer] : [];
}
