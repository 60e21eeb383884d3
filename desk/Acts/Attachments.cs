using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>What may be attached to a ticket (table 1, field 23). The desk stores files and hands them out; it never looks into them.</summary>
public static class Attachments
{
    public const long MaxBytes = 10 * 1024 * 1024;
    public const int MostAtOnce = 4;
    public const int MostPerTicket = 10;
    private const int LongestName = 100;

    /// <summary>With their dot, in lower case.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".jpeg", ".jpg", ".png", ".pdf", ".txt", ".log"];

    /// <summary>
    /// The name to keep of a file that somebody named: the last part of its path, without what could lead elsewhere, hide its
    /// extension (characters that turn the direction of writing) or break a header.
    /// </summary>
    public static string NameOf(string sent)
    {
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.EnumerateRunes().Where(rune => !IsDisguise(rune))).Trim(' ').TrimEnd(' ', '.');
        var extension = System.IO.Path.GetExtension(clean);
        var stem = string.Concat(clean[..^extension.Length].EnumerateRunes().Take(LongestName)).Trim(' ', '.');
        return (stem.Length == 0 ? "file" : stem) + extension;
    }

    internal static Decision? Objection(Ticket ticket, ImmutableArray<Attached> files) => files switch
    {
        { Length: > MostAtOnce } => Invalid("TooManyAtOnce", MostAtOnce, files.Length),
        { Length: > 0 } when ticket.Attachments + files.Length > MostPerTicket => Invalid("TooMany", MostPerTicket, ticket.Reference, ticket.Attachments),
        _ => files.Select(Objection).FirstOrDefault(objection => objection is not null),
    };

    private static Decision? Objection(Attached file) => file switch
    {
        _ when !Extensions.Contains(System.IO.Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase) =>
            Invalid("WrongKind", file.Name, string.Join(", ", Extensions)),
        { Size: 0 } => Invalid("Empty", file.Name),
        { Size: > MaxBytes } => Invalid("TooLarge", file.Name, MaxBytes / 1024 / 1024),
        _ => null,
    };

    private static Decision? Invalid(string entry, params ReadOnlySpan<object?> with) =>
        Refusal.Invalid("files", Language.DeskText.Say($"Attachments.{entry}", with));

    private static bool IsDisguise(Rune rune) => rune.Value is '"' or ':' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
