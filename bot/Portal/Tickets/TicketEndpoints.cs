using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>One ticket: its page, what is done on it, and its files.</summary>
internal static class TicketEndpoints
{
    public static void MapTickets(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/tickets", TicketListEndpoint.Show);
        portal.MapGet("/tickets/{reference}", Show);
        portal.MapPost("/tickets/{reference}", Act)
            .WithMetadata(new RequestSizeLimitAttribute((Attachments.MostAtOnce * Attachments.MaxBytes) + PortalDoor.FormBytes));
        portal.MapGet("/tickets/{reference}/files/{seq:int}", Download);
    }

    private static async Task<IResult> Show(
        Visitor me, ServiceDesk desk, LiveDirectory directory, DeskClock clock, string reference, string? act) =>
        await TicketSheet.Of(reference, me, desk, directory.Current, clock.Now) is { } sheet
            ? Page(sheet with { Chosen = sheet.Offers.FirstOrDefault(offer => offer.Name == act) })
            : Unknown(reference);

    private static async Task<IResult> Act(
        Visitor me, ServiceDesk desk, LiveDirectory directory, DeskClock clock, PostedAct posted, string reference, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var answer = await posted.Take(reference, me, form, http.RequestAborted);
        if (answer is Answer.Accepted { Ticket: var ticket })
            return Results.LocalRedirect($"~/portal/tickets/{ticket.Reference}#happening-{ticket.Version}");
        var refusal = ((Answer.Refused)answer).Refusal;
        if (refusal.Kind == RefusalKind.Unknown || await TicketSheet.Of(reference, me, desk, directory.Current, clock.Now) is not { } sheet)
            return Unknown(reference);
        return Page(sheet with { Chosen = sheet.Offers.FirstOrDefault(offer => offer.Name == form["act"]), Refusal = refusal, Written = form });
    }

    private static async Task<IResult> Download(
        Visitor me, ServiceDesk desk, FileShelf shelf, HttpContext http, string reference, int seq)
    {
        if (await desk.Find(reference, me.Actor) is not { } ticket)
            return Unknown(reference);
        var happening = (await desk.Timeline(ticket, me.Actor)).FirstOrDefault(happening => happening.Seq == seq);
        if (happening?.What is not Attached file || shelf.Open(file) is not { } content)
            return NoticePage.Of(StatusCodes.Status404NotFound, "FileGone");
        // Whatever is in it, it is saved and not shown; were it shown, it could do nothing.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Stream(content, "application/octet-stream", file.Name);
    }

    /// <summary>A refusal is part of the page and no failure of it: a browser has nothing to report.</summary>
    private static RazorComponentResult<TicketPage> Page(TicketSheet sheet) => new(new { Sheet = sheet });

    private static RazorComponentResult<NoticePage> Unknown(string reference) =>
        NoticePage.Of(StatusCodes.Status404NotFound, DeskText.Say("Refusals.Unknown", reference));
}
