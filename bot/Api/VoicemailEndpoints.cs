using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Recordings;
using NodaTime;

namespace ChatSupport.Bot.Api;

/// <summary>A message of nobody knows whom.</summary>
/// <param name="Number">The caller's; empty when it was withheld.</param>
/// <param name="Heard">What a machine understood, to be checked.</param>
/// <param name="HandledBy">The engineer who sees to it.</param>
/// <param name="Sound">Where it can be heard for a quarter of an hour; null while there is no phone.</param>
internal sealed record VoicemailView(string Id, string Number, Instant LeftAt, int Seconds, string? Heard, string? HandledBy, string? Sound);

/// <summary>Messages whose callers nobody knows, and whose they are once an engineer says so (E10 to E14). For the desk's keys alone.</summary>
internal static class VoicemailEndpoints
{
    public const string AttachOperation = "attachVoicemail";
    public const string DismissOperation = "dismissVoicemail";
    private const int Most = 100;

    public static void MapVoicemails(this IEndpointRouteBuilder routes)
    {
        var voicemails = routes.MapGroup("/api/voicemails").WithTags("Voicemails").ProducesProblem(StatusCodes.Status401Unauthorized);
        voicemails.MapGet("", List).WithName("voicemails").Produces<Page<VoicemailView>>();
        voicemails.MapPost("{id}/attach", Attach).WithName(AttachOperation).Produces<TicketView>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        voicemails.MapPost("{id}/dismiss", Dismiss).WithName(DismissOperation).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(ApiCall call, Store store, IServiceProvider services)
    {
        if (call.Caller.Client is not null)
            return Results.Ok(new Page<VoicemailView>([], null));
        var links = services.GetService<RecordingLinks>();
        var rows = await store.Ask(reader => reader.UnidentifiedVoicemails(Most), call.Stop);
        return Results.Ok(new Page<VoicemailView>(
            [.. rows.Select(row => new VoicemailView(row.Id, row.Number, row.LeftAt, row.Seconds, row.Heard, row.HandledBy, links?.To(row.Id)))], null));
    }

    private static async Task<IResult> Attach(ApiCall call, ServiceDesk desk, LiveDirectory directory, DeskClock clock, string id)
    {
        var body = call.Body;
        if (call.ActorNamed(body.Text("by"), directory.Current) is not { } actor)
            return call.Problem(Refusal.Invalid("by", DeskText.Say("Refusals.ByUnknown")));
        var act = new AttachVoicemail(id, body.Text("client"), body.Text("contact"), body.Text("reason"), body.Text("quoted"));
        return body.Refusal is { } unreadable
            ? call.Problem(unreadable)
            : call.Answer(await desk.Receive(visit => visit.AttachVoicemail(act, actor), call.Stop), clock.Now);
    }

    private static async Task<IResult> Dismiss(ApiCall call, ServiceDesk desk, LiveDirectory directory, string id)
    {
        if (call.ActorNamed(call.Body.Text("by"), directory.Current) is not { } actor)
            return call.Problem(Refusal.Invalid("by", DeskText.Say("Refusals.ByUnknown")));
        return (call.Body.Refusal ?? await desk.Receive(visit => visit.DismissVoicemail(id, actor), call.Stop)) is { } no
            ? call.Problem(no)
            : Results.NoContent();
    }
}
