using System.Collections.Immutable;
using ChatSupport.Desk.People;
using NodaTime;

namespace ChatSupport.Desk.Tickets.Paging;

/// <summary>
/// One step of the ladder. A level has as many as it has attempts: first all its ways at once, then the phone again, and text messages,
/// where the directory names them, when the phone has come to nothing. They share the level's wait evenly.
/// </summary>
/// <param name="Step">Counts the steps of all rounds, from 0.</param>
/// <param name="Round">From 1.</param>
/// <param name="InLevel">Which attempt of its level it is, from 0.</param>
/// <param name="After">How long after the level's first step it is taken.</param>
/// <param name="NextLevel">The number of the next level's first step.</param>
internal sealed record Rung(
    int Step, int Round, EscalationLevel Level, int InLevel, ImmutableArray<EscalationWay> By, Duration After, int NextLevel, bool IsFirstOfRound)
{
    public bool IsFirstOfLevel => InLevel == 0;

    /// <summary>The step of that number; null when the ladder ends before it.</summary>
    public static Rung? At(EscalationLadder ladder, int step)
    {
        var attempts = ladder.Levels.Select(level => (Level: level, Ways: Attempts(level))).ToArray();
        var (round, place) = Math.DivRem(step, attempts.Sum(level => level.Ways.Length));
        if (round > ladder.Repeat)
            return null;
        var inLevel = place;
        foreach (var (level, ways) in attempts)
        {
            if (inLevel < ways.Length)
                return new Rung(step, round + 1, level, inLevel, ways[inLevel], level.Wait * inLevel / ways.Length, step - inLevel + ways.Length, place == 0);
            inLevel -= ways.Length;
        }
        return null;
    }

    private static ImmutableArray<EscalationWay>[] Attempts(EscalationLevel level)
    {
        ImmutableArray<EscalationWay> atOnce = [.. level.By.Where(way => way != EscalationWay.Sms)];
        var redials = atOnce.Contains(EscalationWay.Phone) ? level.Redial : 0;
        ImmutableArray<EscalationWay>[] later =
        [
            .. Enumerable.Repeat<ImmutableArray<EscalationWay>>([EscalationWay.Phone], redials),
            .. level.By.Contains(EscalationWay.Sms) ? new ImmutableArray<EscalationWay>[] { [EscalationWay.Sms] } : [],
        ];
        return atOnce.IsEmpty ? later : [atOnce, .. later];
    }
}
