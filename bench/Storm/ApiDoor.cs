using System.Net.Http.Json;

namespace ChatSupport.Bench.Storm;

/// <summary>Programs of clients: one request.</summary>
internal sealed class ApiDoor(IReadOnlyList<StormDesk> desks, HttpClient http, string startedAt) : StormDoor(desks, http)
{
    public override string Name => "API";

    public override IReadOnlyList<Step> Steps => [new("declared", Declares)];

    private async Task<string> Declares(int contact) => (await Ask(
        HttpMethod.Post, "/api/tickets", JsonContent.Create(StormPeople.Declaration(contact, startedAt)), ("Authorization", $"Bearer {StormDesk.Key}"),
        ("Idempotency-Key", StormPeople.Contact(contact)))).Text;
}
