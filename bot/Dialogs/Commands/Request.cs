using System.Globalization;
using ChatSupport.Bot.Dialogs.Recognise;

namespace ChatSupport.Bot.Dialogs.Commands;

/// <summary>
/// What somebody asks for, typed or clicked: a verb, and as much of the rest as they said. As a click it is a <see cref="Choice.Id"/>:
/// <c>acknowledge:INC-000123:4</c>, with the version of what it was offered on.
/// </summary>
/// <param name="Subject">The ticket's reference; within a declaration, its number.</param>
/// <param name="Version">The ticket's version when the button was offered; null when typed.</param>
/// <param name="Detail">What is chosen besides: a field, a priority, an engineer, where a list goes on.</param>
internal sealed record Request(Verb Verb, string? Subject = null, int? Version = null, string? Detail = null, string Text = "")
{
    private const char Separator = ':';

    /// <summary>Reads what a button carries back; null for what no button of ours carries.</summary>
    public static Request? OfChoice(string id)
    {
        var parts = id.Split(Separator, 4);
        return parts[0].All(char.IsAsciiLetter) && Enum.TryParse<Verb>(parts[0], ignoreCase: true, out var verb)
            ? new Request(verb, Part(parts, 1), Number(Part(parts, 2)), Part(parts, 3))
            : null;
    }

    public string ToChoice()
    {
        var all = new[] { Verb.ToString().ToLowerInvariant(), Subject, Version?.ToString(CultureInfo.InvariantCulture), Detail };
        return string.Join(Separator, all.Take(Array.FindLastIndex(all, part => part is not null) + 1));
    }

    /// <summary>The declaration that it concerns.</summary>
    public int? Draft => Number(Subject);

    /// <summary>A ticket's reference as the desk writes it, however it was typed.</summary>
    public string? Ticket => Subject is null ? null : TicketReference.At(Utterance.Of(Subject), 0, bare: false, out _);

    private static string? Part(string[] parts, int index) => index < parts.Length && parts[index].Length > 0 ? parts[index] : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
