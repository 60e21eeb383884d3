namespace ChatSupport.Voice.Language;

/// <summary>References and numbers as a voice says them so that a person can write them down: one character at a time, in small groups.</summary>
internal static class Spelled
{
    /// <summary><c>INC-000123</c> becomes <c>I N C, 0 0 0, 1 2 3</c>.</summary>
    public static string Reference(string reference) =>
        string.Join(", ", reference.Split('-').SelectMany(part => part.Chunk(3)).Select(group => string.Join(' ', group)));

    /// <summary><c>+33612000101</c> becomes <c>+33, 6 1, 2 0, 0 0, 1 0, 1</c>.</summary>
    public static string Number(string number) => number.Length > 3
        ? $"{number[..3]}, {string.Join(", ", number[3..].Chunk(2).Select(pair => string.Join(' ', pair)))}"
        : number;
}
