using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;

namespace ChatSupport.Desk.Notices;

/// <summary>What goes out at once, before and beside all other notices: pages, and the word that they are over.</summary>
internal static class Pages
{
    /// <param name="ticket">As it stands after the event.</param>
    public static IEnumerable<Addressee> Of(Ticket ticket, Happening happening, Directory directory, IReadOnlySet<Way> ways) => happening.What switch
    {
        PageSent page =>
            from id in page.To
            let engineer = directory.Engineer(id)
            where engineer is not null
            select new Addressee(engineer, reachable => WaysTo(reachable, page.By, ways)),
        Acknowledged or Closed or PriorityDecided when ticket.Pager is { } pager && !ticket.IsPaged() => Silence(pager, happening, directory, ways),
        Replied or Contested or VoicemailLeft when IsToWake(ticket, happening) =>
            from engineer in new[] { directory.Engineer(ticket.Assignee ?? "") ?? directory.Rota.OnCall(happening.At) }
            select new Addressee(engineer, reachable => WaysTo(reachable, [EscalationWay.Phone], ways)),
        _ => [],
    };

    /// <summary>Whoever may be called just now is not to be any more; whoever took it learns whether the client is still on the line.</summary>
    private static IEnumerable<Addressee> Silence(Pager pager, Happening happening, Directory directory, IReadOnlySet<Way> ways) =>
        from id in pager.Line is null ? pager.Called : pager.Called.Append(happening.By).Distinct()
        let engineer = directory.Engineer(id)
        where engineer is not null && ways.Contains(Way.Phone)
        select new Addressee(engineer, _ => [Way.Phone]);

    /// <summary>The client's word on a P1 that is being worked on wakes its engineer at night; a voicemail is worth a call at any hour.</summary>
    private static bool IsToWake(Ticket ticket, Happening happening) =>
        ticket is { Plan: Plan.Premium, Priority: Priority.P1, Status: Status.InProgress or Status.OnHold }
        && (happening.What is VoicemailLeft || !BusinessCalendar.French.IsOpen(happening.At));

    /// <summary>Who has none of the ways that the ladder asks for is written to: late is better than never.</summary>
    private static List<Way> WaysTo(Person engineer, IReadOnlyList<EscalationWay> by, IReadOnlySet<Way> ways)
    {
        var possible = by.SelectMany(one => Possible(one, engineer)).Where(ways.Contains).ToList();
        return possible.Count > 0 || engineer.Email is null || !ways.Contains(Way.Mail) ? possible : [Way.Mail];
    }

    private static IEnumerable<Way> Possible(EscalationWay way, Person engineer) => way switch
    {
        EscalationWay.Phone => engineer.Phones.Count > 0 ? [Way.Phone] : [],
        EscalationWay.Sms => engineer.Phones.Count > 0 ? [Way.Sms] : [],
        _ =>
        [
            .. engineer.Slack is null ? Array.Empty<Way>() : [Way.Slack],
            .. engineer.Teams is null ? Array.Empty<Way>() : [Way.Teams],
        ],
    };
}
