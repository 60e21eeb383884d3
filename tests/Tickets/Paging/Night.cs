using ChatSupport.Desk.Acts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Driver;
using NodaTime;

namespace ChatSupport.Tests.Tickets.Paging;

/// <summary>A ticket about which the client has phoned, and the ladder that is climbed for it: decided on paper, the time in the test's hand.</summary>
internal sealed class Night
{
    public static readonly Instant Call = Moment.At("2026-12-06T03:00");

    /// <summary>When the first page goes out if nothing more is heard of the caller: what the tests' minutes are counted from.</summary>
    public static readonly Instant First = Call + Pager.Courtesy;

    private Night(Instant call, string contact, EscalationLadder ladder, string? without)
    {
        Directory = With(ladder, without);
        var declared = PaperTicket.Declared(contact, call).Ticket;
        Ticket = declared.After(new Happening(2, call, contact, Door.Phone, new Called(call, "CA1", CallerProof.CallerId)));
        Now = call;
    }

    public Directory Directory { get; }

    public Ticket Ticket { get; private set; }

    public Instant Now { get; private set; }

    public List<(Duration After, PageSent Page)> Pages { get; } = [];

    public List<Duration> Ended { get; } = [];

    public static Night Begins(EscalationLadder? ladder = null, string contact = "claire.morel", string? at = null, string? without = null) =>
        new(at is null ? Call : Moment.At(at), contact, ladder ?? EscalationLadder.Default, without);

    /// <summary>The sweep looks once at this instant, and at nothing before.</summary>
    public Night Looks(Duration after)
    {
        Now = Instant.Max(Now, First + after);
        while (FallDue.Decide(new Case(Ticket, Actor.Desk, Now, Directory)) is { } due)
        {
            Ticket = Ticket.After(due);
            if (due.What is PageSent page)
                Pages.Add((due.At - First, page));
            else if (due.What is PagingEnded)
                Ended.Add(due.At - First);
        }
        return this;
    }

    /// <summary>The sweep looks at every due instant, up to this one.</summary>
    public Night Until(Duration after)
    {
        while (Ticket.Next(Directory, Now) is { } next && next.From <= First + after)
            Looks(Duration.Max(next.From - First, Now - First));
        return Looks(after);
    }

    public Night Hears(TicketEvent what)
    {
        Ticket = Ticket.After(new Happening(Ticket.Version + 1, Now, Actor.Desk.Id, Door.Phone, what));
        return this;
    }

    /// <summary>What an engineer's phone reports about the latest page.</summary>
    public Night Reports(string engineer, PageOutcome outcome)
    {
        foreach (var what in new AnswerPage(engineer, Ticket.Pager!.Last ?? -1, outcome).Decide(new Case(Ticket, Actor.Desk, Now, Directory)).Events)
            Hears(what);
        return this;
    }

    public Night Acknowledges(string engineer)
    {
        foreach (var what in new Acknowledge(null).Decide(new Case(Ticket, Actor.Of(Directory.Person(engineer)!), Now, Directory)).Events)
            Hears(what);
        return this;
    }

    private static Directory With(EscalationLadder ladder, string? without) => new(Cast.Directory.Clients, [.. Cast.Directory.Engineers.Where(engineer => engineer.Id != without)])
    {
        Places = Cast.Directory.Places,
        Rota = Cast.Directory.Rota,
        Ladder = ladder,
        Warnings = [],
        Hash = Cast.Directory.Hash,
    };

    public IEnumerable<(double Minutes, string To)> Called => Pages.Select(page => (page.After.TotalMinutes, page.Page.To.ToString()));
}
