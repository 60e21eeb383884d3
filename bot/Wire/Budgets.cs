using ChatSupport.Bot.Sharing;
using NodaTime;

namespace ChatSupport.Bot.Wire;

/// <summary>
/// How often something may be done: a vendor be called, so that it hardly ever has to say no, or a caller call us. A budget is kept as
/// the instant at which it will be whole again: each share that is taken moves it on, and one too far ahead has to wait. All
/// instances share it as long as there is a Redis that answers; otherwise each has its own, by a clock that nobody sets.
/// </summary>
internal sealed class Budgets(TimeProvider time, SharedMemory? memory = null)
{
    /// <summary>Where the budgets are looked through for those that are whole again; later when few are.</summary>
    private const int Many = 10_000;

    private readonly long began = time.GetTimestamp();
    private readonly Dictionary<string, Instant> wholeAt = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int tooMany = Many;

    /// <summary>Takes a share of each budget, if none asks for more patience than this.</summary>
    /// <returns>How long to wait before using it; or, beyond that patience, before asking again.</returns>
    public async ValueTask<Duration> Take(Duration patience, params Budget[] budgets) =>
        memory is not null && await memory.TakeShares(patience, budgets) is { } wait ? wait : TakeHere(patience, budgets);

    /// <summary>A vendor itself said to wait: nobody calls before.</summary>
    public async ValueTask Hold(Budget budget, Duration pause)
    {
        lock (gate)
            wholeAt[budget.Key] = Instant.Max(wholeAt.GetValueOrDefault(budget.Key), Now + pause + budget.Every * (budget.AtOnce - 1));
        if (memory is not null)
            await memory.HoldShares(budget, pause);
    }

    private Duration TakeHere(Duration patience, Budget[] budgets)
    {
        lock (gate)
        {
            var now = Now;
            var wait = Duration.Zero;
            foreach (var budget in budgets)
                wait = Duration.Max(wait, WholeAt(budget, now) - now - budget.Every * budget.AtOnce);
            if (wait <= patience)
                foreach (var budget in budgets)
                    wholeAt[budget.Key] = WholeAt(budget, now);
            Forget(now);
            return wait;
        }
    }

    /// <summary>When the budget will be whole again after one more share.</summary>
    private Instant WholeAt(Budget budget, Instant now) => Instant.Max(wholeAt.GetValueOrDefault(budget.Key), now) + budget.Every;

    private Instant Now => NodaConstants.UnixEpoch + Duration.FromTimeSpan(time.GetElapsedTime(began));

    private void Forget(Instant now)
    {
        if (wholeAt.Count <= tooMany)
            return;
        foreach (var (key, at) in wholeAt)
            if (at <= now)
                wholeAt.Remove(key);
        tooMany = Math.Max(Many, wholeAt.Count * 2);
    }
}

/// <param name="Key">Whose it is: a method in a workspace, a conversation, a caller.</param>
/// <param name="Every">One share in this time.</param>
/// <param name="AtOnce">So many shares may be taken together.</param>
internal sealed record Budget(string Key, Duration Every, int AtOnce);
