using System.Runtime.CompilerServices;
using DomainEvents.CompilerServices;

namespace DomainEvents.Slots;

/// <summary>
/// Finds the pipeline of an event by the handle of its class: for records, events with a base of their own and others that carry no
/// index. Reads take no lock; writes are made under the publisher's lock.
/// </summary>
internal sealed class TypeMap
{
    private readonly Entry[] _entries;
    private readonly int _shift;
    private int _count;

    public TypeMap()
        : this(16)
    {
    }

    private TypeMap(int capacity)
    {
        _entries = new Entry[capacity];
        _shift = 64 - System.Numerics.BitOperations.Log2((uint)capacity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventPipeline? Find(object domainEvent)
    {
        var key = ObjectStart.ClassOf(domainEvent);
        var entries = _entries;
        var i = IndexOf(key);
        while (true)
        {
            ref var entry = ref entries[i];
            var found = Volatile.Read(ref entry.Key);
            if (found == key)
            {
                return Volatile.Read(ref entry.Pipeline);
            }

            if (found == 0)
            {
                return null;
            }

            i = (i + 1) & (entries.Length - 1);
        }
    }

    /// <summary>Adds or replaces a pipeline. The result is the map to use from now on: this one, or a larger copy.</summary>
    public TypeMap With(Type eventType, EventPipeline pipeline)
    {
        var map = this;
        if (_count >= _entries.Length / 2)
        {
            map = new TypeMap(_entries.Length * 2);
            foreach (var entry in _entries)
            {
                if (entry.Key != 0)
                {
                    map.Set(entry.Key, entry.Pipeline!);
                }
            }
        }

        map.Set(eventType.TypeHandle.Value, pipeline);
        return map;
    }

    // Type handles are addresses that differ in some middle bits: multiplying spreads them over the upper ones.
    private int IndexOf(nint key) => (int)(((ulong)key * 0x9E3779B97F4A7C15) >> _shift);

    private void Set(nint key, EventPipeline pipeline)
    {
        var i = IndexOf(key);
        while (_entries[i].Key != 0 && _entries[i].Key != key)
        {
            i = (i + 1) & (_entries.Length - 1);
        }

        ref var entry = ref _entries[i];
        _count += entry.Key == 0 ? 1 : 0;

        // The pipeline before the key: a reader that sees the key finds the pipeline.
        Volatile.Write(ref entry.Pipeline, pipeline);
        Volatile.Write(ref entry.Key, key);
    }

    private struct Entry
    {
        public nint Key;
        public EventPipeline? Pipeline;
    }
}
