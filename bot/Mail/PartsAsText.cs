using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Mail;

/// <summary>A letter as plain text: an empty line between parts, quotes behind <c>&gt;</c>.</summary>
internal static class PartsAsText
{
    public static string Write(IEnumerable<Part> parts, Tongue tongue) =>
        string.Join("\n\n", parts.Select(part => Write(part, tongue))) + "\n";

    private static string Write(Part part, Tongue tongue) => part switch
    {
        Part.Says says => says.Sentence.In(tongue),
        Part.Quotes quotes => string.Join('\n', quotes.Text.Split('\n').Select(line => $"> {line}")),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
