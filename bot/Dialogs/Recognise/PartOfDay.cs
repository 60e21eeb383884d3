using System.Text.RegularExpressions;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>Which part of the day a time belongs to, when it is said: « 5 h de l’après-midi » is 17:00, "11 last night" is 23:00.</summary>
internal enum PartOfDay
{
    Unsaid,
    Morning,
    Afternoon,
    Evening,
    Night,
}

internal static class PartsOfDay
{
    private static readonly (PartOfDay Part, Regex Said)[] Known =
    [
        (PartOfDay.Afternoon, Word("apres[- ]midi|afternoon")),
        (PartOfDay.Evening, Word("soir|soiree|evening|tonight")),
        (PartOfDay.Night, Word("nuit|last night|during the night|in the night")),
        (PartOfDay.Morning, Word("matin|matinee|morning")),
    ];

    public static PartOfDay In(string plain) => Known.FirstOrDefault(known => known.Said.IsMatch(plain)).Part;

    private static Regex Word(string words) => Linear.Pattern($@"\b(?:{words})\b");
}
