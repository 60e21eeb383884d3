using ChatSupport.Desk.People;

namespace ChatSupport.Desk.Notices;

/// <summary>By which ways a person can be reached.</summary>
internal static class Reach
{
    /// <summary>What can carry any notice, in the order in which one stands in for another. A call is for pages only.</summary>
    private static readonly Way[] Written = [Way.Mail, Way.Slack, Way.Teams, Way.Sms];

    /// <summary>The ways by which a person is told: mail, as the catalogue has it (R28), and the desk's own people in their chat as well.</summary>
    public static IEnumerable<Way> WaysTo(Person person, IReadOnlySet<Way> ways)
    {
        var chat = person is Engineer ? Possible(person, ways).Where(way => way is Way.Slack or Way.Teams).Take(1) : [];
        return Possible(person, ways).Where(way => way == Way.Mail).Concat(chat);
    }

    /// <summary>What stands in for a way that refused; null when everything was tried. It only ever goes on, so it ends.</summary>
    public static Way? Instead(Way refused, Person person, IReadOnlySet<Way> ways) => Possible(person, ways)
        .Except(WaysTo(person, ways))
        .Where(way => Array.IndexOf(Written, way) > Array.IndexOf(Written, refused))
        .Select(way => (Way?)way)
        .FirstOrDefault();

    private static IEnumerable<Way> Possible(Person person, IReadOnlySet<Way> ways) => Written.Where(way => ways.Contains(way) && way switch
    {
        Way.Mail => person.Email is not null,
        Way.Slack => person.Slack is not null,
        Way.Teams => person.Teams is not null,
        _ => person.Phones.Count > 0 && person is not Contact { Sms: false },
    });
}
