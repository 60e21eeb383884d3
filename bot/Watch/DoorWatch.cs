using System.Collections.Concurrent;
using ChatSupport.Desk.People;
using NodaTime;
using NodaTime.Extensions;

namespace ChatSupport.Bot.Watch;

/// <summary>A way by which nothing gets through.</summary>
/// <param name="Since">The first failure after the last success.</param>
/// <param name="Why">The latest cause: a code, and nobody's address or words.</param>
internal sealed record DoorTrouble(Way Way, Instant Since, string Why);

/// <summary>What this instance has seen of each way: one is in trouble when several attempts in a row have failed over a while.</summary>
internal sealed class DoorWatch(TimeProvider time)
{
    private const int Several = 3;
    private static readonly Duration AWhile = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<Way, Seen> ways = new();

    /// <summary>Those in trouble now.</summary>
    public IEnumerable<DoorTrouble> InTrouble =>
        ways.Values.Where(seen => seen.Failures >= Several && Now - seen.Trouble!.Since >= AWhile).Select(seen => seen.Trouble!);

    /// <summary>Those that work, as far as their last attempt tells.</summary>
    public IEnumerable<Way> Working => ways.Where(seen => seen.Value.Failures == 0).Select(seen => seen.Key);

    /// <param name="refused">Who cannot be reached for good, when it is only that: one address alone says nothing of the way, however often.</param>
    public void Failed(Way way, string why, string? refused = null) => ways.AddOrUpdate(
        way,
        _ => new Seen(1, new DoorTrouble(way, Now, why), refused),
        (_, seen) => seen with
        {
            Failures = seen.Failures + (refused is not null && refused == seen.Refused ? 0 : 1),
            Trouble = (seen.Trouble ?? new DoorTrouble(way, Now, why)) with { Why = why },
            Refused = refused,
        });

    public void Worked(Way way) => ways[way] = new Seen(0, null, null);

    private Instant Now => time.GetUtcNow().ToInstant();

    private sealed record Seen(int Failures, DoorTrouble? Trouble, string? Refused);
}
