using System.Buffers;
using System.Text.RegularExpressions;

namespace ChatSupport.Desk.Declarations;

/// <summary>
/// Hides the secrets that people paste into a text, before it is stored anywhere. Every pattern runs in linear time. A masked text
/// stays as it is when it is masked again.
/// </summary>
public static class Secrets
{
    private const string Hidden = "••••••••";

    private const string Key = @"token|secret|(?:api|access|secret|account|private)[ _-]?key|clé\s+(?:d['’])?api";

    private const string Password = @"password|passwd|passphrase|pwd|mot\s+de\s+passe|mdp";

    private const string Value = """(?<secret>"[^"\r\n]+"|'[^'\r\n]+'|«[^»\r\n]+»|[^\s;]+)""";

    /// <summary>Secrets by their shape, then by the word before them.</summary>
    private static readonly (Regex Pattern, Func<Match, string, bool> IsSecret)[] Rules =
    [
        (Linear(@"(?<secret>-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----.*?-----END [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----)"), Always),
        (Linear(@"(?<secret>-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----(?:\s+[A-Za-z0-9+/=]{16,})*)"), Always),
        (Linear(@"\b(?<secret>eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*)"), Always),
        (Linear(@"\b(?<secret>gAAAA[A-Za-z0-9_-]{20,}=*)"), Always),
        (Linear(@"\b(?<secret>xox[a-z]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,})"), Always),
        (Linear(@"\b(?<secret>(?:AKIA|ASIA)[A-Z0-9]{16})\b"), Always),
        (Linear(@"://[^\s:/@]*:(?<secret>[^\s/@]+)@"), Always),
        (Linear(@"\b(?i:bearer|basic)\s+(?<secret>[A-Za-z0-9._~+/-]{16,}=*)"), LooksGenerated),
        (Linear($$"""(?i:{{Key}})["']?[^\S\r\n]*(?::=|=>|[:=])[^\S\r\n]*{{Value}}"""), LooksGenerated),
        (Linear($$"""(?i:{{Password}})["']?[^\S\r\n]*(?<sign>:=|=>|[:=])[^\S\r\n]*{{Value}}"""), LooksChosen),
    ];

    /// <summary>What none of the rules finds a secret without: nearly every text has nothing of it, and is not looked at ten times.</summary>
    private static readonly SearchValues<string> Traces = SearchValues.Create(
        [
            "-----BEGIN ", "eyJ", "gAAAA", "xox", "xapp-", "AKIA", "ASIA", "://", "bearer", "basic",
            "token", "secret", "key", "clé", "passw", "passphrase", "pwd", "mot", "mdp",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Symbols = SearchValues.Create(@"!@#$%^&*_+=?/\~|<>{}[]");

    /// <summary>What stands after « mot de passe : » when a sentence goes on about the password instead of giving it.</summary>
    private static readonly HashSet<string> OrdinaryWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "oublié", "expiré", "perdu", "incorrect", "invalide", "refusé", "rejeté", "impossible", "inconnu", "erroné", "vide", "aucun", "non",
        "forgotten", "expired", "lost", "invalid", "refused", "rejected", "denied", "unknown", "wrong", "empty", "none", "null", "no", "ok", "ko",
    };

    /// <summary>The text with each secret replaced by dots, and whether there was any.</summary>
    public static (string Text, bool Found) Mask(string text)
    {
        if (!text.AsSpan().ContainsAny(Traces))
            return (text, false);
        var masked = Rules.Aggregate(text, (soFar, rule) =>
            rule.Pattern.Replace(soFar, match => rule.IsSecret(match, soFar) ? Hide(match) : match.Value));
        return (masked, masked != text);
    }

    private static bool Always(Match match, string text) => !IsHidden(match.Groups["secret"].Value);

    /// <summary>A machine made it: long, with digits.</summary>
    private static bool LooksGenerated(Match match, string text) =>
        match.Groups["secret"].Value is { Length: >= 8 } value && value.Any(char.IsAsciiDigit) && !IsHidden(value) && !IsAddress(value);

    /// <summary>A person chose it: assigned or quoted, or not like a word, or alone to the end of its line.</summary>
    private static bool LooksChosen(Match match, string text)
    {
        var value = match.Groups["secret"].Value;
        if (IsHidden(value) || IsAddress(value))
            return false;
        if (match.Groups["sign"].Value != ":" || value[0] is '"' or '\'' or '«')
            return true;
        if (value.Any(char.IsAsciiDigit) || value.AsSpan(..^1).ContainsAny(Symbols))
            return true;

        var rest = text.AsSpan(match.Index + match.Length).TrimStart(' ');
        return (rest.IsEmpty || rest[0] is '\n' or ';') && !OrdinaryWords.Contains(value.TrimEnd('.', ',', '!', '?', ')'));
    }

    /// <summary>Hidden by us before, or by the client.</summary>
    private static bool IsHidden(string value) => value.StartsWith(Hidden, StringComparison.Ordinal) || value.AsSpan().Trim('*').IsEmpty;

    private static bool IsAddress(string value) => value.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static string Hide(Match match)
    {
        var secret = match.Groups["secret"];
        var start = secret.Index - match.Index;
        return string.Concat(match.Value.AsSpan(0, start), Hidden, match.Value.AsSpan(start + secret.Length));
    }

    private static Regex Linear(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);
}
