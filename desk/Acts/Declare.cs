using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk.Acts;

/// <summary>An incident is declared for a named contact (1.11.1): the answers to the declaration model become a ticket, or each wrong one its sentence.</summary>
/// <param name="Client">The client's directory id.</param>
/// <param name="Contact">The named contact's directory id (R10).</param>
/// <param name="FollowsUp">The reference of the closed ticket that this one continues (E42).</param>
public sealed record Declare(string? Client, string? Contact, IReadOnlyDictionary<string, FieldAnswer> Answers, string? FollowsUp = null)
{
    /// <summary>Decided before the transaction, which has better things to wait for than the reading of a form.</summary>
    internal Decision Decide(Directory directory, Instant now)
    {
        if (Client is null || directory.Client(Client) is not { } client)
            return Refusal.Invalid("client", DeskText.Say("Refusals.ClientUnknown"));
        if (Contact is null || directory.Contact(Contact) is not { Active: true } contact || contact.ClientId != client.Id)
            return Refusal.Invalid("contact", DeskText.Say("Refusals.ContactUnknown"));
        if (client.Plan is not { } plan)
            return Refusal.Of(RefusalKind.NotNow, "Refusals.NoOffer", client.Name);

        var reading = IncidentForm.Form.Read(Answers, new DeclarationContext(plan, client.Tenants, now));
        return reading.Declaration is { } declaration
            ? new Decision([Declared(client.Id, plan, contact.Id, declaration)], null)
            : Refusal.Invalid(reading.Errors);
    }

    /// <summary>What is followed must be a closed ticket of the same client.</summary>
    /// <param name="followed">The ticket that <see cref="FollowsUp"/> names, if there is one.</param>
    internal Refusal? Follows(Ticket? followed) => FollowsUp is null || (followed?.Client == Client && followed?.Status == Status.Closed)
        ? null
        : Refusal.Invalid("followsUp", DeskText.Say("Refusals.FollowsUnknown"));

    private Declared Declared(string client, Plan plan, string contact, Declaration declaration)
    {
        var requested = declaration.RequestedPriority!.Value;
        var suggested = PriorityMatrix.Suggest(declaration.ServiceInterrupted, declaration.Environment, declaration.Workaround)!.Priority.CappedBy(plan);
        return new Declared(client, plan, contact, declaration, requested, suggested, requested.CappedBy(plan), Complete: true, FollowsUp);
    }
}
