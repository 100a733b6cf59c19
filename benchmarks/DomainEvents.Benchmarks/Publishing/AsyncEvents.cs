using System.Runtime.CompilerServices;

namespace DomainEvents.Benchmarks.Publishing;

[DomainEvent("benchmark.asyncone")]
public sealed partial class AsyncOne
{
    public int Value { get; }
}

public static class AsyncOneHandler0
{
    private static long s_sum;

    [DomainEventHandler(Order = 0)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncOne domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 0;
        return default;
    }
}

[DomainEvent("benchmark.asyncfour")]
public sealed partial class AsyncFour
{
    public int Value { get; }
}

public static class AsyncFourHandler0
{
    private static long s_sum;

    [DomainEventHandler(Order = 0)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncFour domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 0;
        return default;
    }
}

public static class AsyncFourHandler1
{
    private static long s_sum;

    [DomainEventHandler(Order = 1)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncFour domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 1;
        return default;
    }
}

public static class AsyncFourHandler2
{
    private static long s_sum;

    [DomainEventHandler(Order = 2)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncFour domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 2;
        return default;
    }
}

public static class AsyncFourHandler3
{
    private static long s_sum;

    [DomainEventHandler(Order = 3)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncFour domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 3;
        return default;
    }
}

[DomainEvent("benchmark.asynceight")]
public sealed partial class AsyncEight
{
    public int Value { get; }
}

public static class AsyncEightHandler0
{
    private static long s_sum;

    [DomainEventHandler(Order = 0)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncEight domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 0;
        return default;
    }
}

public static class AsyncEightHandler1
{
    private static long s_sum;

    [DomainEventHandler(Order = 1)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncEight domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 1;
        return default;
    }
}

public static class AsyncEightHandler2
{
    private static long s_sum;

    [DomainEventHandler(Order = 2)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncEight domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 2;
        return default;
    }
}

public static class AsyncEightHandler3
{
    private static long s_sum;

    [DomainEventHandler(Order = 3)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncEight domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 3;
        return default;
    }
}

public static class AsyncEightHandler4
{
    private static long s_sum;

    [DomainEventHandler(Order = 4)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncEight domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 4;
        return default;
    }
}

public static class AsyncEightHandler5
{
    private static long s_sum;

    [DomainEventHandler(Order = 5)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncEight domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 5;
        return default;
    }
}

public static class AsyncEightHandler6
{
    private static long s_sum;

    [DomainEventHandler(Order = 6)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncEight domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 6;
        return default;
    }
}

public static class AsyncEightHandler7
{
    private static long s_sum;

    [DomainEventHandler(Order = 7)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask On(AsyncEight domainEvent, CancellationToken cancellationToken)
    {
        s_sum += domainEvent.Value + 7;
        return default;
    }
}
