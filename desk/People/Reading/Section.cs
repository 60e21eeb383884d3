namespace ChatSupport.Desk.People.Reading;

/// <summary>
/// One part of the file, asked for its keys one after another. Whatever it holds beyond what it was asked for is unknown, so the
/// code that reads is also the list of what may be written.
/// </summary>
internal sealed class Section(Mapping mapping, Findings findings)
{
    private readonly List<string> asked = [];

    public int Line => mapping.Line;

    /// <summary>Reads a mapping to its end: anything that was not asked for is reported.</summary>
    public static T? Read<T>(Node node, string example, Findings findings, Func<Section, T> read)
    {
        if (node is not Mapping mapping)
        {
            findings.Add(node.Line, "NotSection", example);
            return default;
        }

        var section = new Section(mapping, findings);
        var value = read(section);
        section.ReportUnknown();
        return value;
    }

    public bool Has(string key) => Find(key) is not null;

    public int LineOf(string key) => mapping.Find(key)?.Line ?? Line;

    /// <summary>What stands behind the key; the default of its type when nothing does, or something that is reported.</summary>
    public T? Value<T>(string key, Kind<T> kind) => Find(key) is { } node ? ValueOf(node, key, kind, kind.Example).Value : default;

    public T Value<T>(string key, Kind<T> kind, T otherwise) =>
        Find(key) is { } node && ValueOf(node, key, kind, kind.Example) is (true, { } value) ? value : otherwise;

    public T? Required<T>(string key, Kind<T> kind)
    {
        Demand(key, kind.Example);
        return Value(key, kind);
    }

    /// <summary>A list of values, each with its line; those that are wrong are reported and left out.</summary>
    public IReadOnlyList<(int Line, T Value)> Values<T>(string key, Kind<T> kind)
    {
        var values = new List<(int, T)>();
        foreach (var item in Items(key, kind.Example))
        {
            if (ValueOf(item, key, kind, $"[{kind.Example}]") is (true, { } value))
            {
                values.Add((item.Line, value));
            }
        }

        return values;
    }

    public T? Part<T>(string key, string example, Func<Section, T> read) =>
        Find(key) is { } node ? Read(node, Kind.Line(key, example), findings, read) : default;

    public T? RequiredPart<T>(string key, string example, Func<Section, T> read)
    {
        Demand(key, example);
        return Part(key, example, read);
    }

    /// <summary>A list of sections; those that came to nothing are left out.</summary>
    public IReadOnlyList<T> Parts<T>(string key, string example, Func<Section, T?> read) where T : class =>
        [.. Items(key, example).Select(item => Read(item, $"- {example}", findings, read)).OfType<T>()];

    public IReadOnlyList<T> RequiredParts<T>(string key, string example, Func<Section, T?> read) where T : class
    {
        Demand(key, $"[{example}]");
        return Parts(key, example, read);
    }

    private Node? Find(string key)
    {
        asked.Add(key);
        return mapping.Find(key)?.Value is { } node and not Scalar { IsEmpty: true } ? node : null;
    }

    private void Demand(string key, string example)
    {
        if (!Has(key))
        {
            findings.Add(LineOf(key), "Missing", key, Kind.Line(key, example));
        }
    }

    private (bool Good, T? Value) ValueOf<T>(Node node, string key, Kind<T> kind, string example)
    {
        if (node is not Scalar scalar || scalar.IsEmpty)
        {
            findings.Add(node.Line, "NotValue", key, Kind.Line(key, example));
        }
        else if (kind.Read(scalar.Text, out var value))
        {
            return (true, value);
        }
        else
        {
            findings.Add(node.Line, kind.Refuse(key, scalar.Text, Kind.Line(key, example)));
        }

        return (false, default);
    }

    private IReadOnlyList<Node> Items(string key, string example)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case Sequence list:
                return list.Items;
            case var other:
                findings.Add(other.Line, "NotList", key, Kind.Line(key, $"[{example}]"));
                return [];
        }
    }

    private void ReportUnknown()
    {
        foreach (var entry in mapping.Entries.Where(entry => !asked.Contains(entry.Key)))
        {
            if (Near.To(entry.Key, asked) is { } meant)
            {
                findings.Add(entry.Line, "KeyNear", entry.Key, meant);
            }
            else
            {
                findings.Add(entry.Line, "KeyUnknown", entry.Key, string.Join(", ", asked.Distinct()));
            }
        }
    }
}
