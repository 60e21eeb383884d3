using ChatSupport.Bot.Api;
using ChatSupport.Bot.Playground.Page;
using ChatSupport.Desk;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Playground.Scenarios;

/// <summary>One press plays a scenario; the page comes back with its people at the ticket.</summary>
internal static class ScenarioEndpoint
{
    public static void MapScenarios(this IEndpointRouteBuilder routes) => routes.MapPost("/demo/scenarios/{name}", Play)
        .ExcludeFromDescription()
        .DisableRequestTimeout();

    /// <summary>Once begun, it is played to its end, whether or not the caller waits for it.</summary>
    private static async Task<IResult> Play(
        string name, string? lang, HttpContext http, Theatre theatre, LiveDirectory directory, IHostApplicationLifetime life)
    {
        if (Repertoire.Named(name) is not { } scenario || !scenario.CanBePlayed(directory.Current))
            return Results.NotFound();
        return await theatre.Play(scenario, life.ApplicationStopping) switch
        {
            Answer.Accepted { Ticket: var ticket } => new SeeOther(Seating.Address(
                Scenario.Player(Role.Contact, directory.Current), Scenario.Player(scenario.Ends, directory.Current), ticket.Reference, Tongues.Parse(lang))),
            var answer => Problems.Of(((Answer.Refused)answer).Refusal, ApiCall.TongueOf(http)),
        };
    }
}
