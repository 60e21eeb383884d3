using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Dialogs.Commands;

/// <summary>Whose command it is.</summary>
[Flags]
internal enum Audience
{
    Contact = 1,
    Engineer = 2,
    Supervisor = 4,
    Staff = Engineer | Supervisor,
    Everyone = Contact | Staff,
}

internal static class Audiences
{
    public static Audience Of(Person person) => person switch
    {
        Engineer { IsSupervisor: true } => Audience.Supervisor,
        Engineer => Audience.Engineer,
        _ => Audience.Contact,
    };
}

/// <summary>What may follow a command.</summary>
internal enum Takes
{
    Nothing,
    Ticket,

    /// <summary>Words may follow.</summary>
    TicketAndText,

    /// <summary>Words are what it is about: even « merci » is one of them.</summary>
    TicketAndWords,
    Text,
}

/// <summary>One line of the grammar.</summary>
/// <param name="Said">Its phrases, English then French, separated by <c>|</c>; none for what only a button can say.</param>
internal sealed record Command(Verb Verb, Audience For, Takes Takes, params string[] Said)
{
    public IEnumerable<string> Phrases => Said.SelectMany(phrases => phrases.Split('|'));

    public bool TakesText => Takes is Takes.TicketAndText or Takes.TicketAndWords or Takes.Text;

    public bool TakesTicket => Takes is Takes.Ticket or Takes.TicketAndText or Takes.TicketAndWords;
}
