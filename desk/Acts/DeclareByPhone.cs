using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>
/// A client phones about a critical incident that is not declared yet (D8, E7): the ticket exists from the call on, as a P1 to be
/// confirmed with the declaration model (R15, R21).
/// </summary>
/// <param name="Contact">The caller, or whoever answers for the client when only the company is known.</param>
/// <param name="Number">E.164; null when it was withheld.</param>
internal sealed record DeclareByPhone(Client Client, Contact Contact, string? Number, Called Call)
{
    public Decision Decide() => Client.Plan.OnPhone(Call.ReceivedAt) switch
    {
        PhoneSupport.Taken => new Decision([Declared(Client.Plan!.Value), Call], null),
        PhoneSupport.NoOffer => Refusal.Of(RefusalKind.NotNow, "Refusals.NoOffer", Client.Name),
        _ => Refusal.Of(RefusalKind.NotNow, "Refusals.NotByPhone", Client.Name, Client.Plan, Call.ReceivedAt),
    };

    private Declared Declared(Plan plan)
    {
        var answers = new Dictionary<string, FieldAnswer>(StringComparer.Ordinal)
        {
            ["companyName"] = FieldAnswer.Of(Client.Name),
            ["namedContact"] = FieldAnswer.Of(Contact.Name.Full),
            ["title"] = FieldAnswer.Of(DeskText.Say("Acts.PhoneTitle").In(Contact.Tongue)),
            ["requestedPriority"] = FieldAnswer.Of(nameof(Priority.P1)),
        };
        if (Number is not null)
            answers["callbackPhone"] = FieldAnswer.Of(Number);
        return new Declared(Client.Id, plan, Contact.Id, new Declaration(answers), Priority.P1, Priority.P1, Priority.P1, Complete: false, FollowsUp: null);
    }
}
