using ChatSupport.Desk.Language;
using Stateless;
using Stateless.Graph;

namespace ChatSupport.Desk.Tickets;

/// <summary>What can be done to a ticket.</summary>
public enum Trigger
{
    Acknowledge,
    Answer,
    Reply,
    Note,
    Assign,
    Call,
    Hold,
    Resume,
    Resolve,
    Confirm,
    Contest,
    Propose,
    Decide,
    OutOfScope,
    CloseBySilence,
}

/// <summary>
/// The life of a ticket (1.11.2 to 1.11.6): which trigger leads where, and for whom. Every rule stands here once; the names of the
/// guards are entries of the phrasebook's page <c>Refusals</c>, and so the sentences of a refusal.
/// </summary>
public sealed class TicketLifecycle
{
    private readonly Ticket ticket;
    private readonly StateMachine<Status, Trigger> machine;

    private TicketLifecycle(Ticket ticket, Actor actor)
    {
        this.ticket = ticket;
        machine = new(ticket.Status);

        machine.Configure(Status.Open)
            .PermitIf(Trigger.Acknowledge, Status.InProgress, () => actor.IsEngineer, "OnlyEngineers")
            .PermitIf(Trigger.OutOfScope, Status.Closed, () => actor.IsEngineer, "OnlyEngineers")
            .InternalTransitionIf(Trigger.Decide, _ => actor.IsEngineer, () => { }, "OnlyEngineers")
            .InternalTransitionIf(Trigger.Call, _ => !actor.IsDesk, () => { }, "OnlyPeople");

        machine.Configure(Status.InProgress)
            .PermitIf(Trigger.Hold, Status.OnHold, () => actor.IsEngineer, "OnlyEngineers")
            .PermitIf(Trigger.Propose, Status.OnHold, Guards(
                (() => actor.IsEngineer, "OnlyEngineers"),
                (() => !ticket.IsPriorityFinal, "PriorityIsFinal")))
            .InternalTransitionIf(Trigger.Decide, _ => actor.IsSupervisor || (actor.IsEngineer && ticket.IsDisputed), () => { }, "ProposeFirst")
            .PermitIf(Trigger.Resolve, Status.Resolved, () => actor.IsEngineer, "OnlyEngineers")
            .PermitIf(Trigger.OutOfScope, Status.Closed, () => actor.IsEngineer, "OnlyEngineers")
            .InternalTransitionIf(Trigger.Answer, _ => actor.IsEngineer, () => { }, "OnlyEngineers")
            .InternalTransitionIf(Trigger.Call, _ => !actor.IsDesk, () => { }, "OnlyPeople");

        machine.Configure(Status.OnHold)
            .PermitIf(Trigger.Reply, Status.InProgress, () => actor.IsContact, "OnlyContacts")
            .PermitIf(Trigger.Resume, Status.InProgress, () => actor.IsEngineer, "OnlyEngineers")
            .PermitIf(Trigger.Decide, Status.InProgress, () => actor.IsSupervisor && ticket.IsDisputed, "OnlySupervisorsOnHold")
            .InternalTransitionIf(Trigger.Answer, _ => actor.IsEngineer, () => { }, "OnlyEngineers")
            .InternalTransitionIf(Trigger.Call, _ => !actor.IsDesk, () => { }, "OnlyPeople");

        machine.Configure(Status.Resolved)
            .PermitIf(Trigger.Confirm, Status.Closed, () => !actor.IsDesk, "OnlyPeople")
            .PermitIf(Trigger.Contest, Status.InProgress, () => actor.IsContact, "OnlyContacts")
            .PermitIf(Trigger.CloseBySilence, Status.Closed, () => actor.IsDesk, "OnlyTheDesk")
            .InternalTransitionIf(Trigger.Answer, _ => actor.IsEngineer, () => { }, "OnlyEngineers");

        foreach (var status in new[] { Status.Open, Status.InProgress, Status.Resolved })
            machine.Configure(status).InternalTransitionIf(Trigger.Reply, _ => actor.IsContact, () => { }, "OnlyContacts");
        foreach (var status in new[] { Status.Open, Status.InProgress, Status.OnHold, Status.Resolved })
            machine.Configure(status).InternalTransitionIf(Trigger.Assign, _ => actor.IsEngineer, () => { }, "OnlyEngineers");
        foreach (var status in Enum.GetValues<Status>())
            machine.Configure(status).InternalTransitionIf(Trigger.Note, _ => actor.IsEngineer, () => { }, "OnlyEngineers");
    }

    public static TicketLifecycle Of(Ticket ticket, Actor actor) => new(ticket, actor);

    /// <summary>What this actor can do to this ticket now.</summary>
    public IReadOnlyList<Trigger> Possible => [.. Enum.GetValues<Trigger>().Where(machine.CanFire)];

    /// <summary>Where the trigger leads.</summary>
    /// <exception cref="InvalidOperationException">The trigger is refused; ask <see cref="Refusal"/> first.</exception>
    public Status After(Trigger trigger)
    {
        machine.Fire(trigger);
        return machine.State;
    }

    /// <summary>Why this actor cannot do it now, in a sentence that says what is possible; null when they can.</summary>
    public Sentence? Refusal(Trigger trigger)
    {
        if (machine.CanFire(trigger, out var unmet))
            return null;
        if (unmet?.FirstOrDefault() is { } guard)
            return DeskText.Say($"Refusals.{guard}", ticket.Reference);
        if (ticket.Status == Status.Closed)
            return DeskText.Say("Refusals.Closed", ticket.Reference, ticket.ClosedAt);
        return Possible is { Count: > 0 } possible
            ? DeskText.Say("Refusals.NotNow", ticket.Reference, ticket.Status, trigger, new SentenceList(possible.Select(DeskText.Word)))
            : DeskText.Say("Refusals.NothingNow", ticket.Reference, ticket.Status, trigger);
    }

    /// <summary>The whole state machine as a Mermaid diagram; <c>docs/lifecycle.md</c> shows it and a test pins it.</summary>
    public static string Diagram(Ticket anyTicket) => MermaidGraph.Format(Of(anyTicket, Actor.Desk).machine.GetInfo());

    private static Tuple<Func<bool>, string>[] Guards(params (Func<bool> Holds, string Name)[] guards) =>
        [.. guards.Select(guard => Tuple.Create(guard.Holds, guard.Name))];
}
