using ChatSupport.Bot.Wire;
using NodaTime;
using StackExchange.Redis;

namespace ChatSupport.Bot.Sharing;

/// <summary>Budgets of all instances together: the same as <see cref="Budgets"/> keeps, in one step each, by the clock of Redis.</summary>
internal static class SharedBudgets
{
    private static readonly string TakeScript = Script("take-shares");
    private static readonly string HoldScript = Script("hold-shares");

    /// <returns>How long to wait; null when Redis does not answer.</returns>
    public static Task<Duration?> TakeShares(this SharedMemory memory, Duration patience, Budget[] budgets) => memory.Ask<Duration?>(
        async redis => Span((long)await redis.ScriptEvaluateAsync(
            TakeScript, [.. budgets.Select(KeyOf)],
            [Micros(patience), .. budgets.SelectMany(budget => new RedisValue[] { Micros(budget.Every), budget.AtOnce })])),
        otherwise: null);

    public static Task HoldShares(this SharedMemory memory, Budget budget, Duration pause) => memory.Ask(
        async redis => !(await redis.ScriptEvaluateAsync(HoldScript, [KeyOf(budget)], [Micros(pause + budget.Every * (budget.AtOnce - 1))])).IsNull,
        otherwise: false);

    /// <summary>In one slot of a cluster, since several are taken together.</summary>
    private static RedisKey KeyOf(Budget budget) => $"{{budget}}:{budget.Key}";

    private static string Script(string name)
    {
        using var script = new System.IO.StreamReader(typeof(SharedBudgets).Assembly.GetManifestResourceStream($"{name}.lua")!);
        return script.ReadToEnd();
    }

    private static long Micros(Duration span) => span.BclCompatibleTicks / 10;

    private static Duration Span(long micros) => Duration.FromTicks(micros * 10);
}
