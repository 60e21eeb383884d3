using System.IO;

namespace ChatSupport.Tests.Portal;

/// <summary>Server-sent events, one after another.</summary>
public sealed class LiveEvents(StreamReader reader) : IDisposable
{
    public async Task<(string Event, string Data)> Next()
    {
        var (name, data) = ("", "");
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = line[6..];
            else if (line.Length == 0)
                return (name, data);
        }
        throw new EndOfStreamException();
    }

    public void Dispose() => reader.Dispose();
}
