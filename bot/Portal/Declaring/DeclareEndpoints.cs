using System.Security.Cryptography;
using System.Text.Json;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatSupport.Bot.Portal.Declaring;

/// <summary>Declaring by form: the page, what it becomes while it is filled in, and sending it.</summary>
internal static class DeclareEndpoints
{
    public static void MapDeclare(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("/declare", Show);
        portal.MapPost("/declare", Send);
        portal.MapPost("/declare/draft", Keep);
        portal.MapPost("/declare/restart", Restart);
        portal.MapPost("/known/{id:long}/follow", Follow);
    }

    private static async Task<IResult> Show(
        Visitor me, LiveDirectory directory, ServiceDesk desk, DeclareDraft draft, KnownList known, DeskClock clock, string? follows, string? completes)
    {
        if (Declarant(me, directory.Current, out var contact, out var client) is { } refusal)
            return refusal;
        var begun = completes is null ? null : await desk.Find(completes, me.Actor);
        var answers = begun?.Declaration.Answers ?? await draft.Load(contact) ?? DeclareView.Known(contact, client);
        return Page(new DeclareView(contact, client, client.Plan!.Value, answers, clock.Now), follows, begun?.Reference, known: await known.For(contact));
    }

    /// <summary>Keeps what is written so far, and shows what it makes of the form.</summary>
    private static async Task<IResult> Keep(Visitor me, LiveDirectory directory, DeclareDraft draft, DeskClock clock, HttpContext http)
    {
        if (Declarant(me, directory.Current, out var contact, out var client) is { } refusal)
            return refusal;
        var form = await http.Request.ReadFormAsync();
        var view = new DeclareView(contact, client, client.Plan!.Value, Posted.Answers(form), clock.Now);
        var completes = Named(form, "completes");
        if (completes is null)
            await draft.Keep(contact, view.Written);
        return Page(view, Named(form, "follows"), completes);
    }

    private static async Task<IResult> Follow(Visitor me, KnownList known, LiveDirectory directory, long id)
    {
        if (Declarant(me, directory.Current, out var contact, out _) is { } refusal)
            return refusal;
        await known.Follow(id, contact);
        return Results.LocalRedirect("~/portal/declare");
    }

    private static async Task<IResult> Restart(Visitor me, DeclareDraft draft)
    {
        await draft.Drop(me.Person);
        return Results.LocalRedirect("~/portal/declare");
    }

    private static async Task<IResult> Send(
        Visitor me, LiveDirectory directory, ServiceDesk desk, DeclareDraft draft, KnownList known, DeskClock clock, HttpContext http)
    {
        if (Declarant(me, directory.Current, out var contact, out var client) is { } refusal)
            return refusal;
        var form = await http.Request.ReadFormAsync();
        var view = new DeclareView(contact, client, client.Plan!.Value, Posted.Answers(form), clock.Now);
        var (follows, completes) = (Named(form, "follows"), Named(form, "completes"));
        var delivery = Once.Read(form) is { } once ? new DeliveryKey($"web:{contact.Id}", once) : null;

        var origin = new Origin(me.Actor, Door.Web, delivery, HashOf(view.Answers));
        var answer = completes is null
            ? await desk.Declare(new Declare(client.Id, contact.Id, view.Answers, follows), origin)
            : await desk.Act(completes, new ConfirmModel(view.Answers), origin);
        if (answer is Answer.Refused { Refusal: var no })
        {
            if (completes is null)
                await draft.Keep(contact, view.Written);
            return Page(view, follows, completes, no, await known.For(contact));
        }
        if (completes is null)
            await draft.Drop(contact);
        return Results.LocalRedirect($"~/portal/tickets/{((Answer.Accepted)answer).Ticket.Reference}");
    }

    private static RazorComponentResult<DeclarePage> Page(
        DeclareView view, string? follows, string? completes, Refusal? refusal = null, IReadOnlyList<Known>? known = null) =>
        new(new { View = view, Follows = follows, Completes = completes, Refusal = refusal, Known = known ?? [] });

    private static string? Named(IFormCollection form, string ticket) => form[ticket].ToString() is { Length: > 0 } reference ? reference : null;

    /// <summary>Why this visitor has no form to fill in; null when they have.</summary>
    private static RazorComponentResult<NoticePage>? Declarant(Visitor me, Directory directory, out Contact contact, out Client client)
    {
        contact = (me.Person as Contact)!;
        client = (contact is null ? null : directory.Client(contact.ClientId))!;
        return contact is null ? NoticePage.Of(StatusCodes.Status403Forbidden, "OnlyContactsDeclare")
            : client.Plan is null ? NoticePage.Of(StatusCodes.Status403Forbidden, DeskText.Say("Refusals.NoOffer", client.Name))
            : null;
    }

    private static string HashOf(IReadOnlyDictionary<string, FieldAnswer> answers) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToList())));
}
