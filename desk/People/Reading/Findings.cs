using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People.Reading;

/// <summary>What was found wrong so far. Reading goes on after each, so that one look at the file tells everything.</summary>
internal sealed class Findings
{
    private readonly List<DirectoryError> errors = [];

    public bool None => errors.Count == 0;

    public IReadOnlyList<DirectoryError> InOrder => [.. errors.OrderBy(error => error.Line)];

    public void Add(int line, string entry, params ReadOnlySpan<object?> with) => Add(line, DeskText.Say($"Directory.{entry}", with));

    public void Add(int line, Sentence what) => errors.Add(new DirectoryError(line, what));
}
