using System.Collections.Frozen;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Api;

/// <summary>The desk over REST: lists, one ticket, its timeline, a declaration, and one POST for each verb.</summary>
internal static class ApiEndpoints
{
    /// <summary>Keys of a declaration that are not answers to the model: who declares, what follows what, and what the path says already.</summary>
    private static readonly FrozenSet<string> NotAnswers = FrozenSet.Create(
        StringComparer.Ordinal, "client", "contact", "followsUp", "type", "channel", "companyName", "customerId", "namedContact");

    private static readonly FrozenSet<string> NotAnswersOfVerb = NotAnswers.Append("by").Append("comment").ToFrozenSet(StringComparer.Ordinal);

    private static readonly Dictionary<string, Func<Body, TicketAct>> Verbs = new(StringComparer.Ordinal)
    {
        ["acknowledge"] = body => new Acknowledge(body.Text("comment")),
        ["comment"] = body => new Comment(body.Text("comment")),
        ["note"] = body => new Note(body.Text("comment")),
        ["assign"] = body => new Assign(body.Text("to")),
        ["hold"] = body => new Hold(body.Text("comment")),
        ["resume"] = body => new Resume(body.Text("comment")),
        ["resolve"] = body => new Resolve(body.Choice<Fix>("fix"), body.Text("comment")),
        ["confirm"] = body => new Confirm(body.Text("comment")),
        ["contest"] = body => new Contest(body.Text("comment")),
        ["requalify"] = body => new Requalify(body.Choice<Priority>("priority"), body.Text("comment")),
        ["out-of-scope"] = body => new MarkOutOfScope(body.Text("comment")),
        ["publish"] = body => new Publish(body.Text("title"), body.Text("comment"), body.Text("service"), body.Text("region")),
        ["unpublish"] = _ => new Unpublish(),
        ["call"] = body => new RecordCall(body.Instant("at")),
        ["complete"] = body => new ConfirmModel(body.Answers(NotAnswersOfVerb)),
    };

    public static IReadOnlyCollection<string> VerbNames => Verbs.Keys;

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var tickets = routes.MapGroup("/api/tickets").WithTags("Tickets").ProducesProblem(StatusCodes.Status401Unauthorized);
        tickets.MapGet("", List).WithName("list").Produces<Page<TicketView>>();
        tickets.MapGet("{reference}", Show).WithName("show").Produces<TicketView>();
        tickets.MapGet("{reference}/timeline", Timeline).WithName("timeline").Produces<Page<HappeningView>>();
        tickets.MapPost("", Declare).WithName("declare").Produces<TicketView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        foreach (var (verb, read) in Verbs)
            tickets.MapPost($"{{reference}}/{verb}", (ApiCall call, ServiceDesk desk, LiveDirectory directory, DeskClock clock, string reference) =>
                    Act(call, desk, directory.Current, clock, reference, read))
                .WithName(verb).Produces<TicketView>().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> List(
        ApiCall call, Store store, DeskClock clock, string? status, string? client, string? kind, string? cursor)
    {
        if (new ListQuery(status, client, kind, cursor).Read(call.Caller, out var refusal) is not { } query)
            return call.Problem(refusal!);
        var page = await store.Read(reader => reader.FindTickets(query), call.Stop);
        return Results.Ok(new Page<TicketView>([.. page.Items.Select(row => TicketView.Of(row.ToTicket(), clock.Now))], page.Next?.ToString()));
    }

    private static async Task<IResult> Show(ApiCall call, ServiceDesk desk, DeskClock clock, string reference) =>
        await desk.Find(reference, call.Reader, call.Stop) is { } ticket ? Results.Ok(call.Show(ticket, clock.Now)) : call.Unknown(reference);

    private static async Task<IResult> Timeline(ApiCall call, ServiceDesk desk, string reference) =>
        await desk.Find(reference, call.Reader, call.Stop) is { } ticket
            ? Results.Ok(new Page<HappeningView>([.. (await desk.Timeline(ticket, call.Reader, call.Stop)).Select(HappeningView.Of)], null))
            : call.Unknown(reference);

    private static async Task<IResult> Declare(ApiCall call, ServiceDesk desk, LiveDirectory directory, DeskClock clock)
    {
        var body = call.Body;
        var declare = new Declare(body.Text("client") ?? call.Caller.Client, body.Text("contact"), body.Answers(NotAnswers), body.Text("followsUp"));
        if (declare.Client is { } client && !call.Caller.Reaches(client))
            return call.Problem(Refusal.Invalid("client", DeskText.Say("Refusals.ClientUnknown")));
        var contact = call.ActorNamed(declare.Contact, directory.Current) ?? call.Reader;
        return body.Refusal is { } unreadable
            ? call.Problem(unreadable)
            : call.Answer(await desk.Declare(declare, call.Origin(contact), call.Stop), clock.Now, created: true);
    }

    private static async Task<IResult> Act(
        ApiCall call, ServiceDesk desk, Directory directory, DeskClock clock, string reference, Func<Body, TicketAct> read)
    {
        if (call.ActorNamed(call.Body.Text("by"), directory) is not { } actor)
            return call.Problem(Refusal.Invalid("by", DeskText.Say("Refusals.ByUnknown")));
        var act = read(call.Body);
        return call.Body.Refusal is { } unreadable
            ? call.Problem(unreadable)
            : call.Answer(await desk.Act(reference, act, call.Origin(actor), call.Stop), clock.Now);
    }
}
