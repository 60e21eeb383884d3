using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Driver;
using NodaTime;

namespace ChatSupport.Tests.Tickets;

/// <summary>One ticket worked on paper: the desk's own decisions and fold, without a store around them.</summary>
internal sealed class PaperTicket
{
    private readonly List<Happening> timeline = [];

    private PaperTicket(Happening first)
    {
        timeline.Add(first);
        Ticket = TicketFold.Open(1, TicketKind.Incident, "INC-000001", first);
    }

    public Ticket Ticket { get; private set; }

    public IReadOnlyList<Happening> Timeline => timeline;

    public static PaperTicket Declared(string contact, string at, params (string Key, object? Value)[] answers) => Declared(contact, Moment.At(at), answers);

    public static PaperTicket Declared(string contact, Instant at, params (string Key, object? Value)[] answers)
    {
        var decision = BareDesk.Declaring(contact, answers).Decide(Cast.Directory, at);
        return decision.Refusal is { } refusal
            ? throw new InvalidOperationException(string.Join(' ', refusal.Fields.Select(field => $"{field.Key}: {field.Value.In(Desk.Language.Tongue.English)}")))
            : new PaperTicket(new Happening(1, at, contact, Door.Api, decision.Events[0]));
    }

    public PaperTicket And(TicketAct act, string by, string at)
    {
        var refusal = Does(act, by, Moment.At(at));
        return refusal is null ? this : throw new InvalidOperationException(refusal.Why.In(Desk.Language.Tongue.English));
    }

    public Refusal? Does(TicketAct act, string by, Instant at)
    {
        CatchUp(at);
        var actor = Actor.Of(Cast.Directory.Person(by)!);
        var decision = act.Decide(new Case(Ticket, actor, at, Cast.Directory));
        foreach (var what in decision.Events)
            Append(new Happening(Ticket.Version + 1, at, by, Door.Api, what));
        return decision.Refusal;
    }

    public PaperTicket CatchUp(string at) => CatchUp(Moment.At(at));

    public PaperTicket CatchUp(Instant at)
    {
        while (FallDue.Decide(new Case(Ticket, Actor.Desk, at, Cast.Directory)) is { } due)
            Append(due);
        return this;
    }

    public IEnumerable<(TicketEvent What, Instant At)> Since(int version) => timeline.Skip(version).Select(happening => (happening.What, happening.At));

    private void Append(Happening happening)
    {
        timeline.Add(happening);
        Ticket = Ticket.After(happening);
    }
}
