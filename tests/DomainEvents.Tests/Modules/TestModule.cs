using DomainEvents.CompilerServices;

namespace DomainEvents.Tests.Modules;

/// <summary>A handler module written fluently: what the generator would write for an assembly with these handlers.</summary>
internal sealed class TestModule(string assemblyName = "Shop") : HandlerModule
{
    private readonly List<Type> _events = [];
    private readonly List<HandlerDescriptor> _handlers = [];

    public override string AssemblyName => assemblyName;

    public override Type[] DescribeEvents() => [.. _events];

    public override HandlerDescriptor[] DescribeHandlers() => [.. _handlers];

    /// <summary>Names an event of the assembly.</summary>
    public TestModule Event<TEvent>()
        where TEvent : IDomainEvent
    {
        _events.Add(typeof(TEvent));
        return this;
    }

    /// <summary>Adds any row.</summary>
    public TestModule Row(HandlerDescriptor handler)
    {
        _handlers.Add(handler);
        return this;
    }

    /// <summary>A static synchronous handler method.</summary>
    public TestModule Sync<TEvent>(
        string name,
        Action<TEvent> handler,
        int order = 0,
        HandlerErrorPolicy onError = HandlerErrorPolicy.Propagate,
        bool background = false,
        HandlerPhase phase = HandlerPhase.AfterCommit)
        where TEvent : IDomainEvent =>
        Row(new HandlerDescriptor
        {
            HandledType = typeof(TEvent),
            Name = name,
            Order = order,
            OnError = onError,
            Background = background,
            Phase = phase,
            Invoke = (_, domainEvent, _) => handler((TEvent)domainEvent),
        });

    /// <summary>A static asynchronous handler method.</summary>
    public TestModule Async<TEvent>(
        string name,
        Func<TEvent, CancellationToken, ValueTask> handler,
        int order = 0,
        HandlerErrorPolicy onError = HandlerErrorPolicy.Propagate,
        bool background = false,
        HandlerPhase phase = HandlerPhase.AfterCommit)
        where TEvent : IDomainEvent =>
        Row(new HandlerDescriptor
        {
            HandledType = typeof(TEvent),
            Name = name,
            Order = order,
            OnError = onError,
            Background = background,
            Phase = phase,
            InvokeAsync = (_, domainEvent, _, cancellationToken) => handler((TEvent)domainEvent, cancellationToken),
        });

    /// <summary>A handler class that needs no services.</summary>
    public TestModule Class<THandler, TEvent>(int order = 0, HandlerLifetime lifetime = HandlerLifetime.Scoped, Func<THandler>? create = null)
        where THandler : class, IDomainEventHandler<TEvent>, new()
        where TEvent : IDomainEvent =>
        Row(new HandlerDescriptor
        {
            HandledType = typeof(TEvent),
            Name = typeof(THandler).FullName!,
            HandlerType = typeof(THandler),
            Order = order,
            Lifetime = lifetime,
            Create = create is null ? static () => new THandler() : () => create(),
            Invoke = static (handler, domainEvent, services) =>
                HandlerServices.Resolve<THandler>(handler, services).Handle((TEvent)domainEvent),
        });

    /// <summary>A table of this module alone, without written pipelines.</summary>
    public HandlerTable Table() => new([this], static () => []);

    /// <summary>A publisher over this module alone.</summary>
    public DomainEventPublisher Publisher(Action<DomainEventPublisherOptions>? configure = null)
    {
        var options = new DomainEventPublisherOptions { Handlers = Table() };
        configure?.Invoke(options);
        return new DomainEventPublisher(options);
    }
}
