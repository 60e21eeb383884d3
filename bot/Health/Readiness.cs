using System.Text.Json.Serialization;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Watch;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Health;

/// <summary>How one part of the program does.</summary>
/// <param name="State"><c>ok</c>, <c>degraded</c> (it works, and somebody should look), <c>failing</c>; for a door <c>on</c>, <c>off</c> or <c>failing</c>.</param>
/// <param name="Hash">Of the directory in force: instances that show the same one agree.</param>
internal sealed record PartView(
    string State, string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Hash = null);

/// <param name="Ready">Whether people should be sent here.</param>
internal sealed record ReadinessView(bool Ready, IReadOnlyDictionary<string, PartView> Parts);

/// <summary>Looks at every part of the program, and says of each in one sentence how it does.</summary>
internal sealed class Readiness(
    Store store, LiveDirectory directory, Vitals vitals, DoorNotices notices, IEnumerable<IPartReport> others, IEnumerable<DoorReport> doors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private Task<Sentence?> check = Task.FromResult<Sentence?>(null);

    public async Task<ReadinessView> Look(Tongue tongue)
    {
        var storePart = StorePart(await CheckTogether(), tongue);
        var parts = new Dictionary<string, PartView>(StringComparer.Ordinal) { ["store"] = storePart, ["directory"] = DirectoryPart(tongue) };
        if (storePart.State == "ok")
            foreach (var (name, why) in await vitals.Look())
                parts[name] = why is null ? new PartView("ok", BotText.Say("Health.InTime").In(tongue)) : new PartView("degraded", why.In(tongue));
        foreach (var other in others)
            if (other.Look(tongue) is { } part)
                parts[other.Name] = part;
        foreach (var door in doors)
            parts[door.Name] = DoorPart(door, tongue);
        return new ReadinessView(storePart.State == "ok", parts);
    }

    /// <summary>Anybody may ask, so the store is asked once for all who ask meanwhile.</summary>
    private Task<Sentence?> CheckTogether()
    {
        lock (doors)
            return check.IsCompleted ? check = Check() : check;
    }

    private async Task<Sentence?> Check()
    {
        using var stop = new CancellationTokenSource(Patience);
        try
        {
            return (await store.Check(stop.Token).WaitAsync(stop.Token)).Why;
        }
        catch (OperationCanceledException)
        {
            return BotText.Say("Health.StoreSilent", (int)Patience.TotalSeconds);
        }
    }

    private PartView DoorPart(DoorReport door, Tongue tongue) =>
        notices.Failing.FirstOrDefault(trouble => trouble.Way.ToString().Equals(door.Name, StringComparison.OrdinalIgnoreCase)) is { } trouble
            ? new("failing", BotText.Say(trouble.IsInward ? "Health.DoorDeaf" : "Health.DoorFailing", trouble.Since, trouble.Why).In(tongue))
            : new(door.IsOn ? "on" : "off", door.Says.In(tongue));

    private static PartView StorePart(Sentence? why, Tongue tongue) => why is null
        ? new("ok", BotText.Say("Health.StoreOk").In(tongue))
        : new("failing", why.In(tongue));

    /// <summary>A file that is wrong does not stop the desk: the version before it stays in force everywhere.</summary>
    private PartView DirectoryPart(Tongue tongue) => directory.Problem is { } problem
        ? new("degraded", problem.In(tongue), directory.Current.Hash)
        : new("ok", BotText.Say("Health.DirectoryOk", directory.Current.Clients.Count, directory.Current.Engineers.Count).In(tongue), directory.Current.Hash);
}
