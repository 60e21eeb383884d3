using System.Text.Json;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Watch;

/// <summary>The troubles that the desk has been told of, as all instances keep them.</summary>
/// <param name="All">The longest first.</param>
internal sealed record ToldTroubles(IReadOnlyList<DoorTrouble> All)
{
    private const string Setting = "doors.failing";

    public static ToldTroubles None { get; } = new([]);

    public static async ValueTask<ToldTroubles> Load(Reader reader) => await reader.Setting(Setting) is { } text
        ? new([.. JsonSerializer.Deserialize<Row[]>(text)!.Select(row => row.ToTrouble())])
        : None;

    public bool Has(Passage passage) => All.Any(trouble => trouble.Passage == passage);

    public ToldTroubles With(IEnumerable<DoorTrouble> more) => new([.. All.Concat(more).OrderBy(trouble => trouble.Since)]);

    public ToldTroubles Without(IEnumerable<DoorTrouble> gone) => new([.. All.Except(gone)]);

    public async ValueTask<ToldTroubles> Keep(Session session)
    {
        await session.Set(Setting, JsonSerializer.Serialize(All.Select(Row.Of)));
        return this;
    }

    private sealed record Row(string Way, long Since, string Why, bool Inward = false)
    {
        public static Row Of(DoorTrouble trouble) => new(trouble.Way.ToString(), trouble.Since.ToUnixTimeMilliseconds(), trouble.Why, trouble.IsInward);

        public DoorTrouble ToTrouble() => new(Enum.Parse<Way>(Way), Instant.FromUnixTimeMilliseconds(Since), Why, Inward);
    }
}
