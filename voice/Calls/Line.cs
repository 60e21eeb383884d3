using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Voice.Calls;

/// <summary>A call as it stands, with what is said of it: its ticket, and who is who.</summary>
/// <param name="Ticket">Null while it is about none.</param>
internal sealed record Line(Call Call, Ticket? Ticket, Directory Directory);
