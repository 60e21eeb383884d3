using ChatSupport.Desk.Language;
using Stateless;
using Stateless.Reflection;

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
    Withdraw,
    CloseBySilence,
    Publish,
    Unpublish,
    Link,
}

/// <summary>One arrow of the life cycle.</summary>
/// <param name="Guards">What must hold, by the names of the sentences that say so when it does not.</param>
public sealed record Arrow(Status From, Trigger Trigger, Status To, IReadOnlyList<string> Guards);

/// <summary>
/// The life of a ticket (1.11.2 to 1.11.6): which trigger leads where, and for whom. Every rule stands here once; the names of the
/// guards are entries of the phrasebook's page <c>Refusals</c>, and so the sentences of a refusal.
/// </summary>
public sealed class TicketLifecycle
{
    private readonly Ticket ticket;
    private readonly StateMachine<Status, Trigger> machine;

    private TicketLifecycle(Ticket ticket, Actor actor) =>
        (this.ticket, machine) = (ticket, Draw(ticket.Status, actor, ticket.IsDisputed, ticket.IsPriorityFinal, ticket.Publication is { IsOver: false }));

    public static TicketLifecycle Of(Ticket ticket, Actor actor) => new(ticket, actor);

    /// <summary>The whole life cycle; <c>docs/lifecycle.md</c> draws it.</summary>
    public static IReadOnlyList<Arrow> Arrows { get; } =
    [
        .. from state in Draw(Status.Open, Actor.Desk, isDisputed: false, isFinal: false, isPublished: false).GetInfo().States
           from arrow in ArrowsFrom(state)
           orderby arrow.From, arrow.Trigger, arrow.To
           select arrow,
    ];

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
        return DeskText.Say("Refusals.NotNow", ticket.Reference, ticket.Status, trigger, Possible.Select(DeskText.Word));
    }

    private static StateMachine<Status, Trigger> Draw(Status status, Actor actor, bool isDisputed, bool isFinal, bool isPublished)
    {
        var engineers = Guard("OnlyEngineers", () => actor.IsEngineer);
        var contacts = Guard("OnlyContacts", () => actor.IsContact);
        var people = Guard("OnlyPeople", () => !actor.IsDesk);
        var desk = Guard("OnlyTheDesk", () => actor.IsDesk);
        var supervisorsOnHold = Guard("OnlySupervisorsOnHold", () => actor.IsSupervisor);
        var afterProposal = Guard("AfterProposal", () => actor.IsSupervisor || isDisputed);
        var supervisors = Guard("OnlySupervisors", () => actor.IsSupervisor);
        var whilePublished = Guard("WhilePublished", () => isPublished);
        var unlessFinal = Guard("UnlessPriorityIsFinal", () => actor.IsSupervisor || !isFinal);

        var ends = new DynamicStateInfos { { nameof(Status.InProgress), "" }, { nameof(Status.OnHold), "" } };
        var life = new StateMachine<Status, Trigger>(status);
        life.Configure(Status.Open)
            .PermitIf(Trigger.Acknowledge, Status.InProgress, engineers)
            .PermitIf(Trigger.OutOfScope, Status.Closed, engineers)
            .PermitIf(Trigger.Withdraw, Status.Closed, desk)
            .PermitReentryIf(Trigger.Decide, engineers, unlessFinal)
            .PermitReentryIf(Trigger.Call, people)
            .PermitReentryIf(Trigger.Reply, contacts)
            .PermitReentryIf(Trigger.Assign, engineers)
            .PermitReentryIf(Trigger.Note, engineers);

        life.Configure(Status.InProgress)
            .PermitIf(Trigger.Hold, Status.OnHold, engineers)
            .PermitIf(Trigger.Propose, Status.OnHold, engineers, unlessFinal)
            .PermitIf(Trigger.Resolve, Status.Resolved, engineers)
            .PermitIf(Trigger.OutOfScope, Status.Closed, engineers)
            .PermitReentryIf(Trigger.Decide, engineers, afterProposal)
            .PermitReentryIf(Trigger.Answer, engineers)
            .PermitReentryIf(Trigger.Call, people)
            .PermitReentryIf(Trigger.Reply, contacts)
            .PermitReentryIf(Trigger.Assign, engineers)
            .PermitReentryIf(Trigger.Note, engineers);

        life.Configure(Status.OnHold)
            .PermitIf(Trigger.Reply, Status.InProgress, contacts)
            .PermitIf(Trigger.Resume, Status.InProgress, engineers)
            // A decision ends the wait for the client's word on it, and no other wait.
            .PermitDynamicIf(Trigger.Decide, () => isDisputed ? Status.InProgress : Status.OnHold, null, ends, engineers, supervisorsOnHold)
            .PermitReentryIf(Trigger.Answer, engineers)
            .PermitReentryIf(Trigger.Call, people)
            .PermitReentryIf(Trigger.Assign, engineers)
            .PermitReentryIf(Trigger.Note, engineers);

        life.Configure(Status.Resolved)
            .PermitIf(Trigger.Confirm, Status.Closed, people)
            .PermitIf(Trigger.Contest, Status.InProgress, contacts)
            .PermitIf(Trigger.CloseBySilence, Status.Closed, desk)
            .PermitReentryIf(Trigger.Answer, engineers)
            .PermitReentryIf(Trigger.Reply, contacts)
            .PermitReentryIf(Trigger.Assign, engineers)
            .PermitReentryIf(Trigger.Note, engineers);

        foreach (var open in new[] { Status.Open, Status.InProgress, Status.OnHold })
            life.Configure(open)
                .PermitReentryIf(Trigger.Publish, supervisors)
                .PermitReentryIf(Trigger.Unpublish, supervisors, whilePublished)
                .PermitReentryIf(Trigger.Link, engineers);

        life.Configure(Status.Closed)
            .PermitReentryIf(Trigger.Note, engineers);
        return life;
    }

    private static Tuple<Func<bool>, string> Guard(string name, Func<bool> holds) => Tuple.Create(holds, name);

    private static IEnumerable<Arrow> ArrowsFrom(StateInfo state)
    {
        var from = (Status)state.UnderlyingState;
        foreach (var arrow in state.FixedTransitions)
            yield return new(from, TriggerOf(arrow), (Status)arrow.DestinationState.UnderlyingState, GuardsOf(arrow));
        foreach (var arrow in state.DynamicTransitions)
            foreach (var to in arrow.PossibleDestinationStates)
                yield return new(from, TriggerOf(arrow), Enum.Parse<Status>(to.DestinationState), GuardsOf(arrow));
    }

    private static Trigger TriggerOf(TransitionInfo arrow) => (Trigger)arrow.Trigger.UnderlyingTrigger;

    private static string[] GuardsOf(TransitionInfo arrow) => [.. arrow.GuardConditionsMethodDescriptions.Select(guard => guard.Description)];
}
