using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>
/// A contact completes with the declaration model what began by phone (R15, D9): from then on the commitment is enforceable. What the
/// call had established stands where nothing else is answered. On hold it is the information that was waited for (R59).
/// </summary>
public sealed record ConfirmModel(IReadOnlyDictionary<string, FieldAnswer> Answers) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Reply)
        ?? (it.Ticket.IsConfirmedByModel ? NotNow("Refusals.AlreadyConfirmed", it.Ticket.Reference) : null)
        ?? Read(it);

    private Decision Read(Case it)
    {
        var answers = new Dictionary<string, FieldAnswer>(it.Ticket.Declaration.Answers, StringComparer.Ordinal);
        foreach (var (key, answer) in Answers)
            answers[key] = answer;
        var tenants = it.Directory.Client(it.Ticket.Client)?.Tenants ?? [];
        var reading = IncidentForm.Form.Read(answers, new DeclarationContext(it.Ticket.Plan, tenants, it.Now));
        if (reading.Declaration is not { } declaration)
            return Refusal.Invalid(reading.Errors);
        var suggested = PriorityMatrix.Suggest(declaration.ServiceInterrupted, declaration.Environment, declaration.Workaround)!.Priority;
        var confirmed = new ModelConfirmed(declaration, suggested.CappedBy(it.Ticket.Plan));
        return it.Ticket.Status == Status.OnHold ? Records(confirmed, new Resumed(null)) : Records(confirmed);
    }
}
