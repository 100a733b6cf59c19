using System.Runtime.CompilerServices;

namespace DomainEvents.Benchmarks.Publishing;

// Each handler is a class and a body of its own: shared code would flatter every way of calling it.
[DomainEvent("benchmark.syncone")]
public sealed partial class SyncOne
{
    public int Value { get; }
}

public static class SyncOneHandler0
{
    private static long s_sum;

    [DomainEventHandler(Order = 0)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void On(SyncOne domainEvent) => s_sum += domainEvent.Value + 0;
}

[DomainEvent("benchmark.syncfour")]
public sealed partial class SyncFour
{
    public int Value { get; }
}

public static class SyncFourHandler0
{
    private static long s_sum;

    [DomainEventHandler(Order = 0)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void On(SyncFour domainEvent) => s_sum += domainEvent.Value + 0;
}

public static class SyncFourHandler1
{
    private static long s_sum;

    [DomainEventHandler(Order = 1)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void On(SyncFour domainEvent) => s_sum += domainEvent.Value + 1;
}

public static class SyncFourHandler2
{
    private static long s_sum;

    [DomainEventHandler(Order = 2)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void On(SyncFour domainEvent) => s_sum += domainEvent.Value + 2;
}

public static class SyncFourHandler3
{
    private static long s_sum;

    [DomainEventHandler(Order = 3)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void On(SyncFour domainEvent) => s_sum += domainEvent.Value + 3;
}
