using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatSupport.Desk.Tickets;

/// <summary>A few values in their order; equal when they hold the same, as events and tickets are.</summary>
[CollectionBuilder(typeof(Several), nameof(Several.Of))]
public sealed class Several<T>(ReadOnlySpan<T> values) : IReadOnlyList<T>, IEquatable<Several<T>>
{
    private readonly T[] values = values.ToArray();

    public int Count => values.Length;

    public T this[int index] => values[index];

    public bool Equals(Several<T>? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Several<T>);

    public override int GetHashCode() => values.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join(", ", values);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => values.GetEnumerator();
}

public static class Several
{
    public static Several<T> Of<T>(ReadOnlySpan<T> values) => new(values);
}

internal sealed class SeveralAsArray<T> : JsonConverter<Several<T>>
{
    public override Several<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<T[]>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, Several<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
