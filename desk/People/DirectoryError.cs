using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People;

/// <summary>Something that stands wrongly in the directory file, and what to write instead. Repeats no address and no number.</summary>
/// <param name="Line">From 1; 0 when it concerns the file itself.</param>
public sealed record DirectoryError(int Line, Sentence What)
{
    /// <summary>What is wrong, with its line before it.</summary>
    public Sentence Said => Line == 0 ? What : DeskText.Say("Directory.AtLine", Line, What);

    /// <summary>One a line.</summary>
    public static string Listed(IEnumerable<DirectoryError> errors, Tongue tongue) => string.Join('\n', errors.Select(error => error.Said.In(tongue)));
}

/// <summary>Either a directory and no error, or no directory and every error there is, in the order of the lines.</summary>
public sealed record DirectoryReading(Directory? Directory, IReadOnlyList<DirectoryError> Errors);

/// <summary>The directory file could not be taken at start: its message lists every error with its line.</summary>
public sealed class InvalidDirectoryException(string path, IReadOnlyList<DirectoryError> errors)
    : Exception($"{path}\n{DirectoryError.Listed(errors, Tongue.English)}")
{
    public IReadOnlyList<DirectoryError> Errors => errors;
}
