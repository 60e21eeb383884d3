using System.Globalization;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>
/// One of our own references, however it is typed: <c>INC-000012</c>, « inc 12 », « ticket n° 12 », or the bare number where only a
/// ticket makes sense.
/// </summary>
internal static class TicketReference
{
    private static readonly Phrases Before = new(("", "le|du|de|au|sur|pour|the|of|on|for|to|about|ticket|incident|n|no|numéro|number"));

    /// <param name="at">The word where it may begin; little words before it are passed over.</param>
    /// <param name="bare">Whether a number alone is one.</param>
    /// <param name="end">The word after it.</param>
    public static string? At(Utterance said, int at, bool bare, out int end)
    {
        for (end = at; end < said.Words.Length && end < at + 4; end++)
        {
            if (Read(said, end, bare) is var (reference, used))
            {
                end += used;
                return reference;
            }

            if (Before.At(said, end) is null)
                break;
        }

        end = at;
        return null;
    }

    private static (string Reference, int Used)? Read(Utterance said, int at, bool bare)
    {
        var word = said.Words[at].Folded;
        if (word == "inc" && at + 1 < said.Words.Length && Number(said.Words[at + 1].Folded) is { } apart)
            return (apart, 2);
        if (word.StartsWith("inc", StringComparison.Ordinal) && Number(word[3..]) is { } together)
            return (together, 1);
        return bare && Number(word) is { } alone ? (alone, 1) : null;
    }

    private static string? Number(string digits) =>
        digits.Length <= 9 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? Ticket.ReferenceOf(TicketKind.Incident, number)
            : null;
}
