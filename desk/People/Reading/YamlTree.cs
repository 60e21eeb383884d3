using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Scanned = YamlDotNet.Core.Events.Scalar;

namespace ChatSupport.Desk.People.Reading;

/// <summary>
/// The file as nodes that know their lines. Built from the parser's events rather than YamlDotNet's own tree, which stops at the
/// first repeated key and takes three times as long over a large directory.
/// </summary>
internal sealed class YamlTree(IParser parser, Findings findings)
{
    private const int Deepest = 16;

    /// <summary>Null when the file says nothing or is not YAML; the latter is among the findings.</summary>
    public static Node? Read(string text, Findings findings)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            return new YamlTree(parser, findings).Document();
        }
        catch (YamlException failure)
        {
            findings.Add((int)failure.Start.Line, "NotYaml", failure.Message);
        }
        catch (Exception failure)
        {
            // The scanner stumbles over some broken files with exceptions of other kinds, which know no line.
            findings.Add((int?)parser.Current?.End.Line ?? 1, "NotYaml", failure.Message);
        }

        return null;
    }

    private Node? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = Next(0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            findings.Add(LineOf(second), "SecondDocument");
        }

        return root;
    }

    private Node Next(int depth)
    {
        if (depth > Deepest || parser.Accept<AnchorAlias>(out _))
        {
            var line = LineOf(parser.Current!);
            findings.Add(line, depth > Deepest ? "TooDeep" : "Alias");
            parser.SkipThisAndNestedEvents();
            return new Scalar(line, "", Plain: true);
        }

        return parser.TryConsume<Scanned>(out var scalar) ? new Scalar(LineOf(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain)
            : parser.TryConsume<SequenceStart>(out var sequence) ? new Sequence(LineOf(sequence), Items(depth))
            : new Mapping(LineOf(parser.Consume<MappingStart>()), Entries(depth));
    }

    private List<Node> Items(int depth)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next(depth + 1));
        }

        return items;
    }

    private List<Entry> Entries(int depth)
    {
        var entries = new List<Entry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(depth + 1);
            var value = Next(depth + 1);
            if (key is not Scalar { Text: var name })
            {
                findings.Add(key.Line, "KeyNotWord");
            }
            else if (entries.Find(entry => entry.Key == name) is { } first)
            {
                findings.Add(key.Line, "KeyTwice", name, first.Line);
            }
            else
            {
                entries.Add(new Entry(key.Line, name, value));
            }
        }

        return entries;
    }

    private static int LineOf(ParsingEvent parsed) => (int)parsed.Start.Line;
}
