using System.Runtime.CompilerServices;

namespace DomainEvents.Benchmarks.Background;

[DomainEvent("benchmark.handed_over")]
public sealed partial class HandedOver
{
    public int Value { get; }
}

public static class HandedOverHandler
{
    private static long s_sum;

    [DomainEventHandler]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void On(HandedOver domainEvent) => s_sum += domainEvent.Value;
}
