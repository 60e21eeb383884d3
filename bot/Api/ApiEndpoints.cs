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

    /// <summary>The one verb about two tickets.</summary>
    private const string LinkVerb = "link";

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

    public static IReadOnlyCollection<string> VerbNames { get; } = [.. Verbs.Keys, LinkVerb];

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var tickets = routes.MapGroup("/api/tickets").WithTags("Tickets").ProducesProblem(StatusCodes.Status401Unauthorized);
        tickets.MapGet("", List).WithName("list").Produces<Page<TicketView>>();
        tickets.MapGet("{reference}", Show).WithName("show").Produces<TicketView>();
        tickets.MapGet("{reference}/timeline", Timeline).WithName("timeline").Produces<Page<HappeningView>>();
        tickets.MapPost("", Declare).WithName("declare").Produces<TicketView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        foreach (var (verb, read) in Verbs)
            Map(verb, (call, desk, origin, reference) => read(call.Body) is var act && call.Body.Refusal is { } unreadable
                ? Refused(unreadable)
                : desk.Act(reference, act, origin, call.Stop));
        Map(LinkVerb, (call, desk, origin, reference) => call.Body.Text("incident") is { } published
            ? desk.Link(reference, published, origin, call.Stop)
            : Refused(call.Body.Refusal ?? Refusal.Invalid("incident", DeskText.Say("Refusals.TextMissing"))));

        void Map(string verb, Func<ApiCall, ServiceDesk, Origin, string, Task<Answer>> act) => tickets
            .MapPost($"{{reference}}/{verb}", (ApiCall call, ServiceDesk desk, LiveDirectory directory, DeskClock clock, string reference) =>
                Act(call, directory.Current, clock, origin => act(call, desk, origin, reference)))
            .WithName(verb).Produces<TicketView>().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        static Task<Answer> Refused(Refusal why) => Task.FromResult<Answer>(new Answer.Refused(why));
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

    private static async Task<IResult> Act(ApiCall call, Directory directory, DeskClock clock, Func<Origin, Task<Answer>> act) =>
        call.ActorNamed(call.Body.Text("by"), directory) is { } actor
            ? call.Answer(await act(call.Origin(actor)), clock.Now)
            : call.Problem(Refusal.Invalid("by", DeskText.Say("Refusals.ByUnknown")));
}
