using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>Which of a company's open tickets may be the very incident that is being declared.</summary>
internal static class LookAlikes
{
    private const double Enough = 0.34;

    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "depuis", "nous", "notre", "avec", "dans", "sont", "sommes", "toutes", "tous", "plus", "cette", "matin", "elles", "leur", "leurs", "pour",
        "mais", "etre", "aucun", "aucune", "since", "have", "been", "with", "this", "that", "from", "they", "their", "there", "morning", "ours",
        "cannot", "answer", "every",
    };

    /// <summary>Tickets that carry the same reference of the client's, then those of the same Service and region told in similar words.</summary>
    public static IEnumerable<Ticket> Among(IReadOnlyList<Ticket> open, Declaration declared) => open
        .Where(ticket => HasSameReference(ticket, declared) || IsAlike(ticket.Declaration, declared))
        .OrderByDescending(ticket => HasSameReference(ticket, declared));

    public static bool HasSameReference(Ticket ticket, Declaration declared) =>
        declared.ClientRef is { } own && own.Equals(ticket.Declaration.ClientRef, StringComparison.OrdinalIgnoreCase);

    private static bool IsAlike(Declaration one, Declaration other)
    {
        if (one.Service is null || one.Service != other.Service || !Meet(one.Region, other.Region))
            return false;
        var (words, others) = (WordsOf(one), WordsOf(other));
        return words.Count > 0 && others.Count > 0 && words.Intersect(others).Count() >= Enough * Math.Min(words.Count, others.Count);
    }

    private static bool Meet(string? one, string? other) => one is not null && other is not null && (one == other || one == "all" || other == "all");

    private static HashSet<string> WordsOf(Declaration declaration) =>
    [
        .. Utterance.Of($"{declaration.Title} {declaration.Description}").Words
            .Select(word => word.Folded)
            .Where(word => word.Length > 3 && !Common.Contains(word)),
    ];
}
