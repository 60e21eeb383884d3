using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Api;

/// <summary>Declarations that likely have one cause.</summary>
/// <param name="Reference">Its first ticket's; publishing any of its tickets publishes for all of them.</param>
/// <param name="Waiting">Tickets that nobody has taken yet.</param>
/// <param name="Published">The title under which it was published; null until then.</param>
internal sealed record WaveView(
    string Reference, Instant Since, int Clients, int Tickets, int Waiting, IReadOnlyList<string> Services, IReadOnlyList<string> Regions, string? Published);

/// <summary>The waves that go on, for the desk's keys alone: what they tell, they tell of several clients.</summary>
internal static class WaveEndpoints
{
    public static void MapWaves(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/waves", List).WithTags("Tickets").WithName("waves").Produces<Page<WaveView>>().ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<IResult> List(ApiCall call, Store store)
    {
        if (call.Caller.Client is not null)
            return Results.Ok(new Page<WaveView>([], null));
        var waves = await store.Read(reader => reader.Waves(), call.Stop);
        return Results.Ok(new Page<WaveView>([.. waves.Select(View)], null));
    }

    private static WaveView View((WaveRow Wave, WaveSize Size) it) =>
        new(it.Wave.Name, it.Wave.BeganAt, it.Size.Clients, it.Size.Tickets, it.Size.Waiting, it.Size.Services, it.Size.Regions, it.Wave.Title);
}
