using DomainEvents.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Hosting.Tests.HandWritten;

/// <summary>A handler's row with its registration, as the generator writes them.</summary>
public sealed class HandWrittenHandler
{
    private HandWrittenHandler(HandlerDescriptor descriptor, Action<IHandlerServiceRegistry> addServices)
    {
        Descriptor = descriptor;
        AddServices = addServices;
    }

    public HandlerDescriptor Descriptor { get; }

    public Action<IHandlerServiceRegistry> AddServices { get; }

    /// <summary>A class with a synchronous handler that the container creates.</summary>
    public static HandWrittenHandler Class<THandler, TEvent>(HandlerLifetime lifetime = HandlerLifetime.Scoped)
        where THandler : class, IDomainEventHandler<TEvent>
        where TEvent : IDomainEvent => new(
        new HandlerDescriptor
        {
            HandledType = typeof(TEvent),
            Name = typeof(THandler).FullName!,
            HandlerType = typeof(THandler),
            Lifetime = lifetime,
            Services = [typeof(Journal)],
            Invoke = static (handler, domainEvent, services) =>
                HandlerServices.Resolve<THandler>(handler, services).Handle((TEvent)domainEvent),
        },
        services => services.AddHandler<THandler>(lifetime));

    /// <summary>A class with an asynchronous handler that the container creates.</summary>
    public static HandWrittenHandler AsyncClass<THandler, TEvent>(HandlerLifetime lifetime = HandlerLifetime.Scoped)
        where THandler : class, IAsyncDomainEventHandler<TEvent>
        where TEvent : IDomainEvent => new(
        new HandlerDescriptor
        {
            HandledType = typeof(TEvent),
            Name = typeof(THandler).FullName!,
            HandlerType = typeof(THandler),
            Lifetime = lifetime,
            Services = [typeof(Journal)],
            InvokeAsync = static (handler, domainEvent, services, cancellationToken) =>
                HandlerServices.Resolve<THandler>(handler, services).HandleAsync((TEvent)domainEvent, cancellationToken),
        },
        services => services.AddHandler<THandler>(lifetime));

    /// <summary>Any row that needs no registration.</summary>
    public static HandWrittenHandler Row(HandlerDescriptor descriptor) => new(descriptor, _ => { });

    /// <summary>A static method with one service as its parameter.</summary>
    public static HandWrittenHandler Method<TEvent, TService>(
        string name, Action<TEvent, TService> method, HandlerErrorPolicy onError = HandlerErrorPolicy.Propagate)
        where TEvent : IDomainEvent
        where TService : notnull => new(
        new HandlerDescriptor
        {
            HandledType = typeof(TEvent),
            Name = name,
            OnError = onError,
            Services = [typeof(TService)],
            TakesServices = true,
            Invoke = (_, domainEvent, services) => method((TEvent)domainEvent, HandlerServices.Get<TService>(services)),
        },
        services => services.Require(typeof(TService), name));

    /// <summary>A static method that takes one service under a key and does nothing with it.</summary>
    public static HandWrittenHandler KeyedMethod<TEvent, TService>(string name, object key)
        where TEvent : IDomainEvent
        where TService : notnull => new(
        new HandlerDescriptor
        {
            HandledType = typeof(TEvent),
            Name = name,
            Services = [typeof(TService)],
            TakesServices = true,
            Invoke = (_, _, services) => HandlerServices.GetKeyed<TService, IKeyedServiceProvider>(
                services, key, static (provider, type, key) => provider.GetKeyedService(type, key)),
        },
        services => services.RequireKeyed(typeof(TService), key, name));

    /// <summary>A static method that takes nothing but the event.</summary>
    public static HandWrittenHandler Method<TEvent>(
        string name, Action<TEvent> method, HandlerErrorPolicy onError = HandlerErrorPolicy.Propagate)
        where TEvent : IDomainEvent => new(
        new HandlerDescriptor
        {
            HandledType = typeof(TEvent),
            Name = name,
            OnError = onError,
            Invoke = (_, domainEvent, _) => method((TEvent)domainEvent),
        },
        _ => { });
}
