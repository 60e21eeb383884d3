using ChatSupport.Bot.Language;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using NodaTime;
using NodaTime.Extensions;

namespace ChatSupport.Bot.Watch;

/// <summary>
/// Whether what must happen by itself does happen. It is read off the store, from what waits there to be done, and not asked of the
/// threads that should be doing it; with several instances it is enough that one of them does.
/// </summary>
internal sealed class Vitals(Store store, DeskClock clock, TimeProvider time)
{
    /// <summary>What falls due is decided within a second or two; a directory with other hours takes longer once.</summary>
    private static readonly Duration SweepPatience = Duration.FromMinutes(2);

    /// <summary>A claim whose instance died runs for two minutes, and a storm leaves many messages behind it. That a vendor refuses one is not counted.</summary>
    private static readonly Duration PumpPatience = Duration.FromMinutes(5);

    /// <returns>What is wrong with each part that should be at work; null when nothing is.</returns>
    public Task<IReadOnlyDictionary<string, Sentence?>> Look(CancellationToken stop = default) => store.Read(async reader =>
    {
        var due = Late(await reader.OldestNextDue(), clock.Now, SweepPatience);
        var now = time.GetUtcNow().ToInstant();
        var ready = Late(await reader.OldestUnclaimed(now), now, PumpPatience);
        return (IReadOnlyDictionary<string, Sentence?>)new Dictionary<string, Sentence?>(StringComparer.Ordinal)
        {
            ["sweep"] = due is { } late ? BotText.Say("Health.SweepLate", late) : null,
            ["delivery"] = ready is { } waiting ? BotText.Say("Health.DeliveryLate", waiting) : null,
        };
    }, stop);

    private static Duration? Late(Instant? since, Instant now, Duration patience) => now - since is { } late && late > patience ? late : null;
}
