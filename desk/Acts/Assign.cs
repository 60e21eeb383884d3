using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>Hands the ticket over to another engineer. It acknowledges nothing: only an answer to the client does.</summary>
public sealed record Assign(string? To) : TicketAct
{
    internal override Decision Decide(Case it) => it.Allows(Trigger.Assign) ?? UnknownEngineer(it) ?? Records(new Assigned(To!));

    private Decision? UnknownEngineer(Case it) => To is null || it.Directory.Engineer(To) is null
        ? Invalid("to", "Refusals.ToUnknown", string.Join(", ", it.Directory.Engineers.Select(engineer => engineer.Id)))
        : null;
}
