using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk;

/// <summary>Where an act comes from.</summary>
/// <param name="Delivery">The wire's own id of this delivery: a repeat is answered as the first was and has no second effect.</param>
/// <param name="BodyHash">Tells a repeat from another content under the same id.</param>
/// <param name="IfVersion">The version that the person saw, when the wire says so.</param>
public sealed record Origin(Actor Actor, Door Door, DeliveryKey? Delivery = null, string BodyHash = "", int? IfVersion = null);

/// <summary>What the desk answers, once it is committed.</summary>
public abstract record Answer
{
    /// <param name="IsRepeat">The delivery was known; nothing happened a second time.</param>
    public sealed record Accepted(Ticket Ticket, bool IsRepeat) : Answer;

    public sealed record Refused(Refusal Refusal) : Answer;
}
