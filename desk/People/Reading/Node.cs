namespace ChatSupport.Desk.People.Reading;

/// <summary>A piece of the file and the line on which it stands.</summary>
internal abstract record Node(int Line);

internal sealed record Scalar(int Line, string Text, bool Plain) : Node(Line)
{
    /// <summary>A key with nothing behind it says nothing, as if it were not there.</summary>
    public bool IsEmpty => Text.Length == 0 || (Plain && Text is "~" or "null");
}

internal sealed record Sequence(int Line, IReadOnlyList<Node> Items) : Node(Line);

internal sealed record Mapping(int Line, IReadOnlyList<Entry> Entries) : Node(Line)
{
    public Entry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}

internal sealed record Entry(int Line, string Key, Node Value);
