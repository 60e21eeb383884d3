using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Live;

/// <summary>Something that open pages may show has changed.</summary>
/// <param name="About">A ticket's reference, <c>chat</c>, or <c>*</c> for anything.</param>
/// <param name="Concerns">Who may know of it.</param>
internal sealed record Change(string About, Func<Visitor, bool> Concerns)
{
    /// <summary>Nothing has changed; the line is alive.</summary>
    public static Change None { get; } = new("", _ => true);

    public static Change Anything { get; } = new("*", _ => true);

    public static Change Of(Ticket ticket) => new(ticket.Reference, visitor => visitor.Actor.MaySee(ticket));

    public static Change OfChat(string person) => new("chat", visitor => visitor.Person.Id == person);
}
