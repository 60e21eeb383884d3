using ChatSupport.Voice.Calls;
using ChatSupport.Voice.Carrier;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace ChatSupport.Voice.Paging;

/// <summary>Calls to engineers on the wire.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this RouteGroupBuilder voice)
    {
        voice.Map("page", (CarrierRequest it, Patience patience, VoiceUrls urls, PageDesk pages) =>
            patience.Answer(it, again => urls.Page(PageCall.Of(it), again), () => pages.Answered(it)));
        voice.Map("page/key", (CarrierRequest it, Patience patience, VoiceUrls urls, PageDesk pages) =>
            patience.Answer(it, again => urls.Page(PageCall.Of(it), again), () => pages.Pressed(it)));
        voice.Map("page/status", (CarrierRequest it, Patience patience, PageDesk pages) =>
            patience.Note(() => CallEndpoints.IsOver(it["CallStatus"]) ? pages.Over(it) : Task.CompletedTask));
        voice.Map("page/machine", (CarrierRequest it, Patience patience, PageDesk pages) =>
            patience.Note(() => PageDesk.IsMachine(it) ? pages.GiveUp(it) : Task.CompletedTask));
    }
}
