using ChatSupport.Bot.Portal.SignIn;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Playground.Seats;

/// <summary>
/// A seat at somebody's place: the portal as one of the cast, under an address of its own such as <c>/as/paul.renard/portal</c>. Each
/// has its own sign-in, so that several people sit side by side in one browser.
/// </summary>
internal static class Seat
{
    private const string Prefix = "/as/";

    /// <summary>Where somebody sits down.</summary>
    /// <param name="to">A page of the portal, from there on.</param>
    public static string Of(Person person, string to) => $"{Prefix}{person.Id}{QueryString.Create("to", to)}";

    /// <summary>Stands before routing, which is to see the portal's own addresses.</summary>
    public static void UseSeats(this WebApplication app)
    {
        app.Use(Take);
        app.UseRouting();
    }

    public static void MapSeats(this IEndpointRouteBuilder routes) => routes.MapGet($"{Prefix}{{person}}", SitDown).ExcludeFromDescription();

    private static Task Take(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.Value is { } path && path.StartsWith(Prefix, StringComparison.Ordinal)
            && path.IndexOf("/portal", Prefix.Length, StringComparison.Ordinal) is > 0 and var end)
            (http.Request.PathBase, http.Request.Path) = (path[..end], path[end..]);
        return next(http);
    }

    private static async Task<IResult> SitDown(string person, string? to, HttpContext http, LiveDirectory directory, PortalSignIn signIn)
    {
        if (directory.Current.Person(person) is not { } one)
            return Results.NotFound();
        http.Request.PathBase = $"{Prefix}{one.Id}";
        if (await signIn.Recognise(http) is null)
            await signIn.SignInAs(http, one);
        return Results.LocalRedirect("~" + SignInEndpoints.Inside(to));
    }
}
