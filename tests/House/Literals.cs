using System.Text;

namespace ChatSupport.Tests.House;

/// <summary>A string literal of a source file. Each hole of an interpolated one stands as <see cref="Hole"/>.</summary>
internal sealed record Literal(string Path, int Line, string Text)
{
    public const char Hole = '\u0001';

    public bool IsInterpolated => Text.Contains(Hole, StringComparison.Ordinal);
}

/// <summary>Finds the string literals of C# source: plain, verbatim, raw and interpolated ones, holes and all, and nothing in comments.</summary>
internal sealed class Literals
{
    private readonly string path;
    private readonly string code;
    private readonly List<Literal> found = [];
    private int at;

    private Literals(string path, string code) => (this.path, this.code) = (path, code);

    public static IReadOnlyList<Literal> In(string path, string code)
    {
        var reader = new Literals(path, code);
        reader.ReadCode(end: '\0');
        return reader.found;
    }

    private char Now => at < code.Length ? code[at] : '\0';

    private char Next => at + 1 < code.Length ? code[at + 1] : '\0';

    private bool Sees(string text) => string.CompareOrdinal(code, at, text, 0, text.Length) == 0;

    /// <summary>Reads code up to the closing character of the hole that it stands in, or to the end of the file.</summary>
    private void ReadCode(char end)
    {
        for (var depth = 0; at < code.Length; at++)
        {
            if (Now == end && depth == 0)
                return;
            depth += Now switch
            {
                '{' or '(' or '[' => 1,
                '}' or ')' or ']' => -1,
                _ => 0,
            };
            if (Sees("//"))
                SkipTo("\n");
            else if (Sees("/*"))
                SkipTo("*/");
            else if (Now == '\'')
                SkipCharacter();
            else if (Now is '"' or '$' or '@')
                ReadString();
        }
    }

    private void SkipTo(string end)
    {
        var stop = code.IndexOf(end, at, StringComparison.Ordinal);
        at = stop < 0 ? code.Length : stop + end.Length - 1;
    }

    private void SkipCharacter()
    {
        at += code[at + 1] == '\\' ? 2 : 1;
        at = code.IndexOf('\'', at + 1);
    }

    private void ReadString()
    {
        var start = at;
        var dollars = 0;
        var isVerbatim = false;
        for (; Now is '$' or '@'; at++)
            (dollars, isVerbatim) = (dollars + (Now == '$' ? 1 : 0), isVerbatim || Now == '@');
        if (Now != '"')
        {
            at = start; // a verbatim identifier
            return;
        }
        var line = code.AsSpan(0, start).Count('\n') + 1;
        found.Add(new Literal(path, line, Sees("\"\"\"") ? ReadRaw(dollars) : ReadQuoted(dollars > 0, isVerbatim)));
    }

    private string ReadQuoted(bool isInterpolated, bool isVerbatim)
    {
        var text = new StringBuilder();
        for (at++; at < code.Length; at++)
        {
            if (Now == '"' && !(isVerbatim && Next == '"'))
                break;
            if (isInterpolated && Now == '{' && Next != '{')
                text.Append(ReadHole());
            else if ((Now == '\\' && !isVerbatim) || Now == '"' || (isInterpolated && Now is '{' or '}'))
                text.Append(code[++at]);
            else
                text.Append(Now);
        }
        return text.ToString();
    }

    private string ReadRaw(int dollars)
    {
        var quotes = code.AsSpan(at).IndexOfAnyExcept('"');
        at += quotes;
        var text = new StringBuilder();
        for (; !Sees(new string('"', quotes)); at++)
        {
            if (dollars > 0 && Sees(new string('{', dollars)))
            {
                at += dollars - 1;
                text.Append(ReadHole());
                at += dollars - 1;
            }
            else
            {
                text.Append(Now);
            }
        }
        at += quotes - 1;
        return text.ToString();
    }

    /// <summary>From the opening brace to the closing one, reading the literals inside.</summary>
    private char ReadHole()
    {
        at++;
        ReadCode('}');
        return Literal.Hole;
    }
}
