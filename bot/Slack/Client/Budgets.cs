using NodaTime;

namespace ChatSupport.Bot.Slack.Client;

/// <summary>
/// How often each method may be called in each workspace, and each channel written to, so that Slack hardly ever has to say no. A
/// budget is kept as the instant at which it will be whole again: a call takes its share, and waits when that is too far ahead.
/// </summary>
internal sealed class Budgets(TimeProvider time)
{
    /// <summary>Where a whole dictionary is looked through for budgets that are whole again.</summary>
    private const int Many = 10_000;

    private readonly Dictionary<string, Instant> wholeAt = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Takes a share of each budget, if none asks for more patience than this.</summary>
    /// <returns>How long to wait before using it; or, beyond that patience, before asking again.</returns>
    public Duration Take(Duration patience, params ReadOnlySpan<Budget> budgets)
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

    /// <summary>Slack itself said to wait: nobody calls before.</summary>
    public void Hold(Budget budget, Duration pause)
    {
        lock (gate)
            wholeAt[budget.Key] = Instant.Max(wholeAt.GetValueOrDefault(budget.Key), Now + pause + budget.Every * (budget.AtOnce - 1));
    }

    /// <summary>When the budget will be whole again after one more share.</summary>
    private Instant WholeAt(Budget budget, Instant now) => Instant.Max(wholeAt.GetValueOrDefault(budget.Key), now) + budget.Every;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private void Forget(Instant now)
    {
        if (wholeAt.Count <= Many)
            return;
        foreach (var (key, at) in wholeAt)
            if (at <= now)
                wholeAt.Remove(key);
    }
}

/// <param name="Key">Whose it is: a method in a workspace, a channel.</param>
/// <param name="Every">One share in this time.</param>
/// <param name="AtOnce">So many shares may be taken together.</param>
internal sealed record Budget(string Key, Duration Every, int AtOnce)
{
    /// <summary>Calls a minute, by Slack's tiers; what is not listed is of the fourth.</summary>
    private static readonly Dictionary<string, int> PerMinute = new(StringComparer.Ordinal)
    {
        ["chat.update"] = 50,
        ["conversations.open"] = 50,
        ["chat.postMessage"] = 300,
        ["oauth.v2.access"] = 600,
        ["apps.connections.open"] = 1,
    };

    private const int FourthTier = 100;

    public static Budget OfMethod(string method, string team)
    {
        var most = PerMinute.GetValueOrDefault(method, FourthTier);
        return new Budget($"{method} {team}", Duration.FromMinutes(1) / most, Math.Max(most, 5));
    }

    /// <summary>About one message a second in a channel, with a little room for an answer in two parts.</summary>
    public static Budget OfChannel(string team, string channel) => new($"{team}/{channel}", Duration.FromSeconds(1), 3);
}
