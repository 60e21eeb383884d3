using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Recordings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatSupport.Bot.Portal.Voicemails;

/// <summary>Callers' messages: hearing one, and saying whose those are that nobody knows (E10 to E14). For the desk's people alone.</summary>
internal static class VoicemailEndpoints
{
    private const int Most = 100;

    public static void MapVoicemails(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/voicemails", Show);
        portal.MapGet("/voicemails/{recording}", Hear);
        portal.MapPost("/voicemails/{recording}/attach", Attach);
        portal.MapPost("/voicemails/{recording}/dismiss", Dismiss);
    }

    private static async Task<IResult> Show(Visitor me, Store store, LiveDirectory directory, DeskClock clock) =>
        me.IsEngineer ? await Page(store, directory, clock) : Nothing();

    /// <summary>A link that is good for a quarter of an hour, given anew each time.</summary>
    private static async Task<IResult> Hear(Visitor me, Store store, IServiceProvider services, string recording)
    {
        if (!me.IsEngineer || services.GetService<RecordingLinks>() is not { } links)
            return Nothing();
        return await store.Ask(reader => reader.LoadVoicemail(recording)) is { ErasedAt: not null }
            ? NoticePage.Of(StatusCodes.Status404NotFound, "VoicemailErased")
            : Results.Redirect(links.To(recording));
    }

    private static async Task<IResult> Attach(
        Visitor me, ServiceDesk desk, Store store, LiveDirectory directory, DeskClock clock, HttpContext http, string recording)
    {
        if (!me.IsEngineer)
            return Nothing();
        var form = await http.Request.ReadFormAsync();
        var whose = form["whose"].ToString().Split('/', 2);
        var act = new AttachVoicemail(recording, whose[0], Written(whose.ElementAtOrDefault(1)), Written(form["reason"]), Written(form["quoted"]));
        return await desk.Receive(visit => visit.AttachVoicemail(act, me.Actor)) switch
        {
            Answer.Accepted { Ticket: var ticket } => Results.LocalRedirect($"~/portal/tickets/{ticket.Reference}#happening-{ticket.Version}"),
            Answer.Refused { Refusal: var no } => await Page(store, directory, clock, no),
            _ => Nothing(),
        };
    }

    private static async Task<IResult> Dismiss(Visitor me, ServiceDesk desk, Store store, LiveDirectory directory, DeskClock clock, string recording)
    {
        if (!me.IsEngineer)
            return Nothing();
        return await desk.Receive(visit => visit.DismissVoicemail(recording, me.Actor)) is { } no
            ? await Page(store, directory, clock, no)
            : Results.LocalRedirect("~/portal/voicemails");
    }

    private static async Task<IResult> Page(Store store, LiveDirectory directory, DeskClock clock, Refusal? refusal = null) =>
        new RazorComponentResult<VoicemailPage>(new
        {
            Waiting = await store.Ask(reader => reader.UnidentifiedVoicemails(Most)),
            Directory = directory.Current,
            Now = clock.Now,
            Refusal = refusal,
        });

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static RazorComponentResult<NoticePage> Nothing() => NoticePage.Of(StatusCodes.Status404NotFound, "NoSuchPage");
}
