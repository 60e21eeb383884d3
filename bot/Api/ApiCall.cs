using System.Globalization;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Api;

/// <summary>One authenticated call: who calls, what they sent, and in which language they are answered.</summary>
internal sealed class ApiCall(HttpContext http, ApiCaller caller, Body body, int? ifVersion)
{
    public Body Body => body;

    public ApiCaller Caller => caller;

    public CancellationToken Stop => http.RequestAborted;

    /// <summary>What this key may read: everything, or one client's tickets without what is internal.</summary>
    public Actor Reader => caller.Client is { } client ? new Actor(caller.Name, null, client) : Actor.Desk;

    public Tongue Tongue { get; private set; } = TongueOf(http);

    public static ValueTask<ApiCall?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<ApiCall>());

    /// <summary>The person whom the body's <c>by</c> names, if this key may act as them (R10); they are answered in their language.</summary>
    public Actor? ActorNamed(string? id, Directory directory)
    {
        if (id is null || directory.Person(id) is not { } person || person is Contact { Active: false })
            return null;
        var actor = Actor.Of(person);
        if (caller.Client is not null && actor.Client != caller.Client)
            return null;
        Tongue = AcceptedTongue(http) ?? person.Tongue;
        return actor;
    }

    public Origin Origin(Actor actor) => new(actor, Door.Api, Delivery, $"{http.Request.Path}:{body.Hash}", ifVersion);

    public IResult Answer(Answer answer, Instant asOf, bool created = false)
    {
        if (answer is Answer.Refused { Refusal: var refusal })
            return Problem(refusal);
        var ticket = ((Answer.Accepted)answer).Ticket;
        return created ? Results.Created($"/api/tickets/{ticket.Reference}", Show(ticket, asOf)) : Results.Ok(Show(ticket, asOf));
    }

    public TicketView Show(Ticket ticket, Instant asOf)
    {
        http.Response.Headers.ETag = $"\"{ticket.Version}\"";
        return TicketView.Of(ticket, asOf);
    }

    public IResult Unknown(string reference) => Problem(Refusal.Of(RefusalKind.Unknown, "Refusals.Unknown", reference));

    public IResult Problem(Refusal refusal) => Problems.Of(refusal, Tongue);

    private DeliveryKey? Delivery => http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } id
        ? new DeliveryKey($"api:{caller.Name}", id)
        : null;

    /// <summary>Reads the version that <c>If-Match</c> holds a change to, if any; <c>*</c> holds it to none.</summary>
    /// <returns>False when what was sent is no version.</returns>
    public static bool TryReadVersion(HttpContext http, out int? version)
    {
        version = null;
        var sent = http.Request.Headers.IfMatch.ToString();
        if (sent is "" or "*")
            return true;
        if (!int.TryParse(sent.AsSpan(sent.StartsWith("W/", StringComparison.Ordinal) ? 2 : 0).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            return false;
        version = read;
        return true;
    }

    /// <summary>In which language somebody is answered of whom no more is known than what they sent.</summary>
    public static Tongue TongueOf(HttpContext http) => AcceptedTongue(http) ?? Tongue.French;

    /// <summary>The first of the desk's languages that the caller prefers; null when they name neither.</summary>
    public static Tongue? AcceptedTongue(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Tongues.Parse(language.Value.Value))
        .FirstOrDefault(tongue => tongue is not null);
}
