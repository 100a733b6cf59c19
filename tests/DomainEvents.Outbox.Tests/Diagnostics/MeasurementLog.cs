using System.Diagnostics.Metrics;

namespace DomainEvents.Persistence.Tests.Diagnostics;

/// <summary>What the outbox's meter says, of this test alone: other tests measure at the same time, with other tags.</summary>
internal sealed class MeasurementLog : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, string Tags)> _rows = [];
    private readonly Func<string, bool> _isOurs;

    /// <param name="isOurs">Tells by the tags whether a measurement is of this test.</param>
    public MeasurementLog(Func<string, bool> isOurs)
    {
        _isOurs = isOurs;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "DomainEvents.Outbox")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The measurements of an instrument: value and tags, in the order of their names.</summary>
    public IReadOnlyList<(double Value, string Tags)> Of(string name)
    {
        lock (_rows)
        {
            return [.. _rows.Where(row => row.Name == name).Select(row => (row.Value, row.Tags))];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(' ', tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
        if (_isOurs(text))
        {
            lock (_rows)
            {
                _rows.Add((instrument.Name, value, text));
            }
        }
    }
}
