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

    /// <summary>A service that must be there under a key.</summary>
    /// <typeparam name="TService">The service.</typeparam>
    /// <typeparam name="TProvider">The interface of services that know keys.</typeparam>
    /// <param name="services">Where it is looked for.</param>
    /// <param name="key">The key.</param>
    /// <param name="get">How a provider of that kind is asked.</param>
    /// <exception cref="InvalidOperationException">There are no services, they know no keys, or not this one.</exception>
    public static TService GetKeyed<TService, TProvider>(IServiceProvider? services, object key, Func<TProvider, Type, object, object?> get)
        where TService : notnull
        where TProvider : class =>
        FindKeyed<TService, TProvider>(services, key, get) is { } service
            ? service
            : throw new InvalidOperationException($"No service for type '{typeof(TService)}' has been registered with the key '{key}'.");

    /// <summary>A service under a key, which may be missing.</summary>
    /// <inheritdoc cref="GetKeyed" path="/typeparam" />
    /// <inheritdoc cref="GetKeyed" path="/param" />
    /// <exception cref="InvalidOperationException">The services know no keys.</exception>
    public static TService? FindKeyed<TService, TProvider>(IServiceProvider? services, object key, Func<TProvider, Type, object, object?> get)
        where TProvider : class =>
        services switch
        {
            null => default,
            TProvider provider => (TService?)get(provider, typeof(TService), key),
            _ => throw new InvalidOperationException(
                $"'{typeof(TService)}' is asked for with the key '{key}', and '{services.GetType()}' knows no keyed services: use a container that does, or take the service without a key."),
        };
}
