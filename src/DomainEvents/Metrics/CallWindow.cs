namespace DomainEvents.Metrics;

/// <summary>
/// The calls of the latest span of time, in slices that are reused: memory does not depend on how many calls there are. Measured by
/// timestamps, which do not jump when somebody sets the clock.
/// </summary>
internal sealed class CallWindow(TimeSpan span, TimeProvider timeProvider)
{
    private const int SliceCount = 60;

    private readonly object _gate = new();
    private readonly long _origin = timeProvider.GetTimestamp();
    private readonly TimeSpan _sliceSpan = TimeSpan.FromTicks(Math.Max(1, span.Ticks / SliceCount));

    // One more than the window has: the oldest is only partly within it, and counts until it has left.
    private readonly Slice[] _slices = new Slice[SliceCount + 1];
    private long _latest;

    /// <summary>Notes a call that has ended now.</summary>
    public void Add(TimeSpan duration, bool isError)
    {
        lock (_gate)
        {
            Advance();
            ref var slice = ref _slices[_latest % _slices.Length];
            slice.Count++;
            slice.Errors += isError ? 1 : 0;
            slice.Time += duration;
        }
    }

    /// <summary>The calls that ended within the span before now.</summary>
    public Slice Sum()
    {
        lock (_gate)
        {
            Advance();
            var sum = default(Slice);
            foreach (var slice in _slices)
            {
                sum.Count += slice.Count;
                sum.Errors += slice.Errors;
                sum.Time += slice.Time;
            }

            return sum;
        }
    }

    /// <summary>Empties the slices that have left the window.</summary>
    private void Advance()
    {
        var now = timeProvider.GetElapsedTime(_origin).Ticks / _sliceSpan.Ticks;
        for (var passed = Math.Min(now - _latest, _slices.Length); passed > 0; passed--)
        {
            _slices[(now - passed + 1) % _slices.Length] = default;
        }

        _latest = Math.Max(_latest, now);
    }

    /// <summary>Calls, summed up.</summary>
    internal struct Slice
    {
        public long Count;
        public long Errors;
        public TimeSpan Time;
    }
}
