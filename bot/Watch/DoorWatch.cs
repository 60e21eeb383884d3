using System.Collections.Concurrent;
using ChatSupport.Desk.People;
using NodaTime;
using NodaTime.Extensions;

namespace ChatSupport.Bot.Watch;

/// <summary>A way by which nothing gets through.</summary>
/// <param name="Since">The first failure after the last success.</param>
/// <param name="Why">The latest cause: a code, and nobody's address or words.</param>
/// <param name="IsInward">What people send does not reach us; else what we send does not reach them.</param>
internal sealed record DoorTrouble(Way Way, Instant Since, string Why, bool IsInward = false)
{
    public Passage Passage => new(Way, IsInward);
}

/// <summary>One direction of a way.</summary>
internal readonly record struct Passage(Way Way, bool IsInward);

/// <summary>What this instance has seen of each way, in each direction: one is in trouble when several attempts in a row have failed over a while.</summary>
internal sealed class DoorWatch(TimeProvider time)
{
    private const int Several = 3;
    private static readonly Duration AWhile = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<Passage, Seen> seen = new();

    /// <summary>Those in trouble now.</summary>
    public IEnumerable<DoorTrouble> InTrouble =>
        seen.Values.Where(one => one.Failures >= Several && Now - one.Trouble!.Since >= AWhile).Select(one => one.Trouble!);

    /// <summary>Those that work, as far as their last attempt tells.</summary>
    public IEnumerable<Passage> Working => seen.Where(one => one.Value.Failures == 0).Select(one => one.Key);

    /// <param name="refused">Who cannot be reached for good, when it is only that: one address alone says nothing of the way, however often.</param>
    public void Failed(Way way, string why, string? refused = null, bool isInward = false) => seen.AddOrUpdate(
        new Passage(way, isInward),
        _ => new Seen(1, new DoorTrouble(way, Now, why, isInward), refused),
        (_, before) => before with
        {
            Failures = before.Failures + (refused is not null && refused == before.Refused ? 0 : 1),
            Trouble = (before.Trouble ?? new DoorTrouble(way, Now, why, isInward)) with { Why = why },
            Refused = refused,
        });

    public void Worked(Way way, bool isInward = false) => seen[new Passage(way, isInward)] = new Seen(0, null, null);

    private Instant Now => time.GetUtcNow().ToInstant();

    private sealed record Seen(int Failures, DoorTrouble? Trouble, string? Refused);
}
