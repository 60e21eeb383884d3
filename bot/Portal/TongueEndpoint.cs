using ChatSupport.Bot.Portal.SignIn;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Portal;

/// <summary>The switch of language; it is the person's from then on, at every door.</summary>
internal static class TongueEndpoint
{
    public static void MapTongue(this IEndpointRouteBuilder portal) => portal.MapPost("/tongue", Choose);

    private static async Task<IResult> Choose(Visitor me, Store store, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (Tongues.Parse(form["tongue"]) is { } tongue)
            await store.Write(async session =>
            {
                await session.ChooseLanguage(me.Person, tongue);
                return tongue;
            });
        return Results.LocalRedirect("~" + SignInEndpoints.Inside(form["to"]));
    }
}
