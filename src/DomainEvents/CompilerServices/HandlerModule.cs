using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>The events and handlers of one assembly. The generator writes one for each assembly that has any.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HandlerModule
{
    private Type[]? _events;
    private HandlerDescriptor[]? _handlers;
    private EventSerializer[]? _serializers;
    private Type[]? _durableEvents;

    /// <summary>The simple name of the assembly, which breaks ties in the order.</summary>
    public abstract string AssemblyName { get; }

    /// <summary>The marked, concrete, closed events of the assembly. One result is kept.</summary>
    public abstract Type[] DescribeEvents();

    /// <summary>The handlers of the assembly. A row's number is its place here. One result is kept.</summary>
    public abstract HandlerDescriptor[] DescribeHandlers();

    /// <summary>How the events of the assembly become JSON and come back. One result is kept.</summary>
    public virtual EventSerializer[] DescribeSerializers() => [];

    /// <summary>The events that are raised through the outbox. One result is kept.</summary>
    public virtual Type[] DescribeDurableEvents() => [];

    internal Type[] Events => LazyInitializer.EnsureInitialized(ref _events, DescribeEvents);

    internal HandlerDescriptor[] Handlers => LazyInitializer.EnsureInitialized(ref _handlers, DescribeHandlers);

    internal EventSerializer[] Serializers => LazyInitializer.EnsureInitialized(ref _serializers, DescribeSerializers);

    internal Type[] DurableEvents => LazyInitializer.EnsureInitialized(ref _durableEvents, DescribeDurableEvents);

    /// <summary>Registers the handler classes and names the services that handlers need.</summary>
    public virtual void AddServices(IHandlerServiceRegistry services)
    {
    }
}
