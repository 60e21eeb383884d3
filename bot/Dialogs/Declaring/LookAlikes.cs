using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>Which of a company's open tickets, and of the published incidents, may be the very incident that is being declared.</summary>
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
    public static IEnumerable<Ticket> Among(IReadOnlyList<Ticket> open, Declaration declared)
    {
        var told = WordsOf(declared);
        return open
            .Where(ticket => HasSameReference(ticket, declared) || IsAlike(ticket.Declaration, declared, told))
            .OrderByDescending(ticket => HasSameReference(ticket, declared));
    }

    public static bool HasSameReference(Ticket ticket, Declaration declared) =>
        declared.ClientRef is { } own && own.Equals(ticket.Declaration.ClientRef, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of the Service and the region for which it was published; where no Service was named, told in similar words.</summary>
    public static bool IsAlike(PublishedRow known, Declaration declared) => declared.Service is not null
        && (known.Service is null ? AreTold(WordsOf($"{known.Title} {known.Sentence}"), WordsOf(declared)) : known.Service == declared.Service)
        && (known.Region is null || Meet(known.Region, declared.Region));

    /// <param name="told">The other's words.</param>
    private static bool IsAlike(Declaration one, Declaration other, HashSet<string> told) =>
        one.Service is not null && one.Service == other.Service && Meet(one.Region, other.Region) && AreTold(WordsOf(one), told);

    private static bool AreTold(HashSet<string> words, HashSet<string> others) =>
        words.Count > 0 && others.Count > 0 && words.Count(others.Contains) >= Enough * Math.Min(words.Count, others.Count);

    private static bool Meet(string? one, string? other) => one is not null && other is not null && (one == other || one == "all" || other == "all");

    private static HashSet<string> WordsOf(Declaration declaration) => WordsOf($"{declaration.Title} {declaration.Description}");

    private static HashSet<string> WordsOf(string text) =>
    [
        .. Utterance.Of(text).Words
            .Select(word => word.Folded)
            .Where(word => word.Length > 3 && !Common.Contains(word)),
    ];
}
