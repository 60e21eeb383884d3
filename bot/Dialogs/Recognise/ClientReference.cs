using System.Text.RegularExpressions;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>The client's own ticket number, in brackets as in a subject line: <c>[ABC-123]</c>. A log line's brackets are not one.</summary>
internal static class ClientReference
{
    private static readonly Regex Written = Linear.Pattern(
        @"\[\s?(?<ref>#?[A-Za-z]{1,16}[A-Za-z0-9_./#-]{0,40}\d|#?\d{3,20})\s?\]");

    public static string? In(Utterance said) => Written.Matches(said.Text)
        .Select(match => match.Groups["ref"].Value)
        .FirstOrDefault(found => !found.StartsWith("INC-", StringComparison.OrdinalIgnoreCase));
}
