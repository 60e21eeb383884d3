using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace ChatSupport.Bot.Health;

/// <summary>
/// The desk's instruments in the text format of Prometheus, version 0.0.4: counters sum up what was added, gauges show what they saw
/// last. A meter named ChatSupport.Something is among them as soon as it exists.
/// </summary>
internal sealed class Exposition : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, double>> series = [];

    public Exposition(DeskMeter meter)
    {
        listener.InstrumentPublished = (instrument, its) =>
        {
            if (instrument.Meter.Name.StartsWith(DeskMeter.Name, StringComparison.Ordinal) && (instrument.Meter.Scope ?? meter) == meter)
                its.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
    }

    public string Write()
    {
        lock (listener)
            return WriteAlone();
    }

    public void Dispose() => listener.Dispose();

    private string WriteAlone()
    {
        foreach (var (instrument, values) in series)
            if (instrument.IsObservable)
                values.Clear();
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (instrument, values) in series.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument);
            if (instrument.Description is { } means)
                text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {means}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {(instrument is Counter<long> ? "counter" : "gauge")}\n");
            foreach (var (tags, value) in values.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"{name}{tags} {value}\n");
        }
        return text.ToString();
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        series.GetOrAdd(instrument, _ => []).AddOrUpdate(LabelsOf(tags), value, (_, sum) => instrument.IsObservable ? value : sum + value);

    private static string NameOf(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "") + (instrument is Counter<long> ? "_total" : "");

    /// <summary>The values are words of our own and need no escaping.</summary>
    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        tags.IsEmpty ? "" : "{" + string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}=\"{tag.Value}\"")) + "}";
}
