using System.Text;

namespace ChatSupport.Tests.Watch;

/// <summary>A span as a collector reads it off the wire.</summary>
internal sealed record Spans(string Trace, string Id, string Parent, string Name)
{
    private const int LengthDelimited = 2;

    /// <summary>Reads OTLP: resource_spans (1) → scope_spans (2) → spans (2) → trace_id (1), span_id (2), parent_span_id (4), name (5).</summary>
    /// <param name="request">The path, a space, and the body with a character a byte.</param>
    public static IEnumerable<Spans> Read(string request) =>
        from resource in Fields(Encoding.Latin1.GetBytes(request[(request.IndexOf(' ', StringComparison.Ordinal) + 1)..]))
        where resource.Number == 1
        from scope in Fields(resource.Value)
        where scope.Number == 2
        from span in Fields(scope.Value)
        where span.Number == 2
        let fields = Fields(span.Value).GroupBy(field => field.Number).ToDictionary(same => same.Key, same => same.First().Value)
        select new Spans(
            Convert.ToHexString(fields[1]), Convert.ToHexString(fields[2]), Convert.ToHexString(fields.GetValueOrDefault(4, [])), Encoding.UTF8.GetString(fields[5]));

    private static IEnumerable<(int Number, byte[] Value)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var length = (int)(key & 7) switch
            {
                LengthDelimited => (int)Varint(message, ref at),
                1 => 8,
                5 => 4,
                _ => VarintLength(message, at),
            };
            if ((key & 7) == LengthDelimited)
                yield return ((int)(key >> 3), message[at..(at + length)]);
            at += length;
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }

    private static int VarintLength(byte[] message, int from)
    {
        var at = from;
        Varint(message, ref at);
        return at - from;
    }
}
