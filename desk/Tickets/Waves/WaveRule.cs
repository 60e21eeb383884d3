using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Desk.Tickets.Waves;

/// <summary>What a declaration is part of.</summary>
/// <param name="Name">The reference of the wave's first ticket.</param>
/// <param name="Others">Tickets that belong to it from now on, the first first: those with which it begins, or that were being declared just then.</param>
/// <param name="HasBegun">False when it begins with this declaration.</param>
public sealed record Wave(string Name, IReadOnlyList<LatelyRow> Others, bool HasBegun);

/// <summary>
/// When many declare, one cause is likely (E59): several clients within minutes for the same Service and region, or very many within a
/// moment for whatever. It is a guess for the desk's eyes: each ticket keeps its own clock, and no client learns of another by it.
/// </summary>
public static class WaveRule
{
    /// <summary>So many of the latest tickets tell enough.</summary>
    public const int Lately = 64;

    /// <summary>So many of them mostly do: on a quiet desk, and while a wave goes on, with those that are being declared in the same moment.</summary>
    public const int Newest = 16;

    private const int Several = 5;
    private const int VeryMany = 15;
    private static readonly Duration Minutes = Duration.FromMinutes(10);
    private static readonly Duration Moment = Duration.FromMinutes(2);

    /// <summary>Whether older tickets than the newest would tell no more: they are too old, or one of the newest leads to its wave.</summary>
    public static bool Tells(Declaration declared, Instant now, IReadOnlyList<LatelyRow> newest) =>
        newest.Count < Newest || now - newest[^1].DeclaredAt > Minutes || newest.Any(other => other is { Wave: not null, IsOver: false } && IsAlike(other, declared));

    /// <param name="lately">The tickets before it, the newest first.</param>
    /// <returns>Null when it stands alone.</returns>
    public static Wave? Of(string client, Declaration declared, Instant now, IReadOnlyList<LatelyRow> lately)
    {
        var alike = Within(Minutes).Where(other => IsAlike(other, declared)).ToList();
        return Among(alike, alike.Exists(other => other.Wave is not null) ? 1 : Several) ?? Among([.. Within(Moment)], VeryMany);

        IEnumerable<LatelyRow> Within(Duration span) => lately.Where(other => !other.IsOver && now - other.DeclaredAt <= span);

        Wave? Among(List<LatelyRow> others, int clients)
        {
            if (others.Select(other => other.Client).Append(client).Distinct(StringComparer.Ordinal).Count() < clients)
                return null;
            others.Reverse();
            var known = others.FindLast(other => other.Wave is not null)?.Wave;
            return others.Count == 0 ? null : new Wave(known ?? others[0].Reference, [.. others.Where(other => other.Wave is null)], HasBegun: known is not null);
        }
    }

    private static bool IsAlike(LatelyRow one, Declaration other) => one.Service is not null && one.Service == other.Service && Meet(one.Region, other.Region);

    private static bool Meet(string? one, string? other) => one is not null && other is not null && (one == other || one == "all" || other == "all");
}
