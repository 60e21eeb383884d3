using System.Globalization;

namespace ChatSupport.Desk.Language;

/// <summary>The two languages of the desk. They are equals; French is the one assumed of a person of whom nothing is known.</summary>
public enum Tongue
{
    French,
    English,
}

public static class Tongues
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IReadOnlyList<Tongue> All { get; } = [Tongue.French, Tongue.English];

    /// <summary>How dates and numbers are written for this person: <c>fr-FR</c> or <c>en-GB</c>.</summary>
    public static CultureInfo Culture(this Tongue tongue) => tongue == Tongue.French ? French : English;

    /// <summary>The two-letter code that files and wires use: <c>fr</c> or <c>en</c>.</summary>
    public static string Code(this Tongue tongue) => tongue == Tongue.French ? "fr" : "en";

    /// <summary>Reads a BCP 47 tag such as <c>fr</c>, <c>fr-CA</c> or <c>en-US</c>; null when it is neither language.</summary>
    public static Tongue? Parse(string? tag) => tag?.Split('-', '_')[0].ToUpperInvariant() switch
    {
        "FR" => Tongue.French,
        "EN" => Tongue.English,
        _ => null,
    };
}
