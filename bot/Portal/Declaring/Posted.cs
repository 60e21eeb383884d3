using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Portal.Declaring;

/// <summary>The answers of a form as a browser posts them: one text a field, whatever its kind; the form reads what they mean.</summary>
internal static class Posted
{
    private const string Prefix = "answer.";

    public static string NameOf(string key) => Prefix + key;

    public static IReadOnlyDictionary<string, FieldAnswer> Answers(IFormCollection form) => form
        .Where(part => part.Key.StartsWith(Prefix, StringComparison.Ordinal) && part.Value.ToString().Length > 0)
        .ToDictionary(part => part.Key[Prefix.Length..], part => FieldAnswer.Of(part.Value.ToString()), StringComparer.Ordinal);
}
