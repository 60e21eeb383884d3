using ChatSupport.Bot.Wire;
using NodaTime;

namespace ChatSupport.Bot.Limits;

/// <summary>What each caller has left: a minute's worth that fills up again all the time, whichever instance they meet.</summary>
internal sealed class CallerBudgets(LimitsSettings settings, Budgets budgets)
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    /// <summary>Takes one request out of the caller's budget.</summary>
    /// <returns>After how long to come back, when nothing is left; null when it is welcome.</returns>
    public async ValueTask<TimeSpan?> Exhausted(Caller caller)
    {
        var wait = (await budgets.Take(Duration.Zero, BudgetOf(caller))).ToTimeSpan();
        return wait <= TimeSpan.Zero ? null : wait > AMoment ? wait : AMoment;
    }

    private Budget BudgetOf(Caller caller)
    {
        var most = caller.Kind switch
        {
            CallerKind.Person => settings.PerPerson,
            CallerKind.Key => settings.PerKey,
            _ => settings.PerAddress,
        };
        return new Budget($"{caller.Kind} {caller.Id}", Duration.FromMinutes(1) / most, most);
    }
}
