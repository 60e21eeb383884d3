using ChatSupport.Desk.People;

namespace ChatSupport.Desk.Notices;

/// <summary>Somebody is to be told of an event.</summary>
/// <param name="By">By which ways, once it is known where they can be spoken to.</param>
public sealed record Addressee(Person To, Func<Person, IEnumerable<Way>> By);
