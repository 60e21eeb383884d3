namespace ChatSupport.Tests.Driver;

/// <summary>A file that a story writes while the program runs.</summary>
internal static class TestFile
{
    public static Task<string> Read(string path) => System.IO.File.ReadAllTextAsync(path);

    public static Task Write(string path, string text) => System.IO.File.WriteAllTextAsync(path, text);
}
