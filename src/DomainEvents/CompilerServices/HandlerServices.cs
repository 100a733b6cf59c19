using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DomainEvents.CompilerServices;

/// <summary>How generated thunks come by handler instances and services.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandlerServices
{
    /// <summary>The handler given, or the one that the services hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static THandler Resolve<THandler>(object? handler, IServiceProvider? services)
        where THandler : class =>
        handler is null ? Get<THandler>(services) : Unsafe.As<THandler>(handler);

    /// <summary>A service that must be there.</summary>
    /// <exception cref="InvalidOperationException">There are no services, or not this one.</exception>
    public static TService Get<TService>(IServiceProvider? services)
        where TService : notnull =>
        services?.GetService(typeof(TService)) is TService service
            ? service
            : throw new InvalidOperationException($"No service for type '{typeof(TService)}' has been registered.");
}
