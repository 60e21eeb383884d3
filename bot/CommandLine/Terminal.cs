using System.IO;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.CommandLine;

/// <summary>Where a command reads and writes, and the language it speaks until told otherwise.</summary>
public sealed record Terminal(TextReader Input, TextWriter Output, TextWriter Error, Tongue Tongue)
{
    // In the order in which POSIX heeds them.
    private static readonly string[] Locales = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The process's own; its language is that of the locale, else French.</summary>
    public static Terminal OfThisProcess() => new(
        Console.In,
        Console.Out,
        Console.Error,
        Locales.Select(name => Tongues.Parse(Environment.GetEnvironmentVariable(name))).FirstOrDefault(tongue => tongue is not null) ?? Tongue.French);

    /// <summary>Tells the person what to set, on the error stream.</summary>
    /// <returns>The exit code of a command that was refused.</returns>
    public int Refuse(Sentence sentence, Tongue tongue)
    {
        Error.WriteLine(sentence.In(tongue));
        return 1;
    }
}
