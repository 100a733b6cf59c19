using System.Runtime.CompilerServices;

namespace DomainEvents.Benchmarks.Pooling;

/// <summary>A kilobyte in the event itself.</summary>
[InlineArray(128)]
public struct Kilobyte
{
    private long _first;
}

[DomainEvent("benchmark.small_created", Pooled = true)]
public sealed partial class SmallEvent
{
    public partial string Name { get; }

    public partial long Value { get; }
}

[DomainEvent("benchmark.large_created", Pooled = true)]
public sealed partial class LargeEvent
{
    public partial string Name { get; }

    public partial Kilobyte Content { get; }
}
