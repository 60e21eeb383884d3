using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal;

/// <summary>Who is signed in, as the directory knows them now, in the language they chose.</summary>
/// <param name="SignIn">The hash under which this browser's sign-in is kept.</param>
public sealed record Visitor(Person Person, string SignIn)
{
    public Actor Actor { get; } = Actor.Of(Person);

    public Tongue Tongue => Person.Tongue;

    public bool IsEngineer => Actor.IsEngineer;

    /// <summary>Bound by the endpoints that <see cref="PortalGate"/> lets only visitors reach.</summary>
    public static ValueTask<Visitor?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<Visitor>());
}
