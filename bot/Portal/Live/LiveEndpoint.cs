using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using ChatSupport.Bot.Portal.SignIn;
using ChatSupport.Desk.Clock;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatSupport.Bot.Portal.Live;

/// <summary>The stream that a page listens to while it is in sight: what has changed, and what time it is at the desk.</summary>
internal static class LiveEndpoint
{
    public static void MapLive(this IEndpointRouteBuilder portal) => portal.MapGet("/live", Listen).DisableRequestTimeout();

    private static ServerSentEventsResult<string> Listen(
        Visitor me, LivePages pages, PortalSignIn signIn, DeskClock clock, CancellationToken gone) =>
        TypedResults.ServerSentEvents(Events(me, pages, signIn, clock, gone));

    /// <summary>Ends with the sign-in.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Events(
        Visitor me, LivePages pages, PortalSignIn signIn, DeskClock clock, [EnumeratorCancellation] CancellationToken gone)
    {
        await foreach (var change in pages.Follow(gone))
        {
            if (!change.Concerns(me))
                continue;
            if (await signIn.Find(me.SignIn) is null)
            {
                yield return new SseItem<string>("", "signed-out");
                yield break;
            }
            yield return change == Change.None
                ? new SseItem<string>(clock.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), "now")
                : new SseItem<string>(change.About, "change");
        }
    }
}
