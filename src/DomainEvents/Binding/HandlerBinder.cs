using DomainEvents.CompilerServices;
using DomainEvents.Pipelines;

namespace DomainEvents.Binding;

/// <summary>Finds the handlers of an event and makes them ready for one publisher. Runs user code: never call it under a lock.</summary>
internal sealed class HandlerBinder(HandlerTable table, PublishContext context)
{
    private readonly HandlerInstances _instances = new();

    /// <summary>Throws when a handler needs services and there is no container, so that none is absent silently.</summary>
    /// <exception cref="InvalidOperationException">Names each such handler and the services.</exception>
    public void CheckServices()
    {
        if (context.Scopes is not null)
        {
            return;
        }

        var problems = table.Index.Rows
            .Select(row => row.Descriptor)
            .Where(static handler => NeedsServices(handler))
            .Select(handler => $"- '{handler.Name}' needs {DescribeServices(handler)}.")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (problems.Length > 0)
        {
            throw new InvalidOperationException(
                "A publisher without a container cannot give these handlers their services. Use AddDomainEvents of DomainEvents.Hosting, " +
                "or a handler table without them.\n" + string.Join('\n', problems));
        }
    }

    /// <summary>Binds the handlers of the events that are dispatched by a type.</summary>
    public HandlerBinding Bind(Type dispatchType)
    {
        var rows = table.Index.HandlersOf(dispatchType);
        var handlers = new BoundHandler[rows.Length];
        var isComplete = true;
        var needsScope = false;
        for (var i = 0; i < rows.Length; i++)
        {
            var handler = rows[i].Descriptor;
            needsScope |= !handler.Background && NeedsScope(handler);
            handlers[i] = Bind(handler, NameOf(handler, rows), dispatchType, ref isComplete);
        }

        var bound = new BoundHandlers(handlers, context);
        var written = isComplete && rows.All(row => IsPlain(row.Descriptor, dispatchType)) ? table.Index.PipelineOf(dispatchType, rows) : null;
        return new HandlerBinding(bound, written?.Create(bound), needsScope, isComplete);
    }

    /// <summary>The name, with what is handled where a class handles the event twice: errors and traces would show one of them twice.</summary>
    private static string NameOf(HandlerDescriptor handler, HandlerRow[] rows) =>
        Array.Exists(rows, row => row.Descriptor.Name == handler.Name && row.Descriptor.HandledType != handler.HandledType)
            ? $"{handler.Name} for {handler.HandledType}"
            : handler.Name;

    /// <summary>Whether a written pipeline may call the handler directly.</summary>
    private static bool IsPlain(HandlerDescriptor handler, Type dispatchType) =>
        !handler.Background && handler.HandledType.IsAssignableFrom(dispatchType);

    /// <summary>A method whose only services are optional runs without them.</summary>
    private static bool NeedsServices(HandlerDescriptor handler) =>
        (handler.TakesServices && handler.Services.Length > 0) || (handler.HandlerType is not null && handler.Create is null);

    private static string DescribeServices(HandlerDescriptor handler) =>
        handler.Services.Length == 0 ? "services" : string.Join(", ", handler.Services.Select(service => $"'{service}'"));

    /// <summary>The class that declares the handler. A static method has no handler type, but its name begins with its class.</summary>
    private static string ClassOf(HandlerDescriptor handler) =>
        handler.HandlerType?.FullName ?? handler.Name[..Math.Max(0, handler.Name.LastIndexOf('.'))];

    private bool NeedsScope(HandlerDescriptor handler) =>
        context.Scopes is not null
        && (handler.TakesServices || (handler.HandlerType is not null && handler.Lifetime != HandlerLifetime.Singleton));

    private BoundHandler Bind(HandlerDescriptor handler, string name, Type dispatchType, ref bool isComplete)
    {
        BoundHandler bound;
        try
        {
            bound = new BoundHandler(name, InstanceOf(handler), handler.Invoke, handler.InvokeAsync, handler.OnError);
        }
        catch (Exception exception)
        {
            // The handler fails like one that throws, the others run, and the next publish tries again.
            isComplete = false;
            bound = FailedCall.Of(handler, name, exception);
        }

        // A background handler runs on its own, so it must not start before the transaction is sure to have committed.
        bound = bound with { Phase = handler.Background ? HandlerPhase.AfterCommit : handler.Phase };
        if (handler.Background)
        {
            bound = BackgroundCall.Of(bound, ClassOf(handler), NeedsScope(handler), context);
        }

        return handler.HandledType.IsAssignableFrom(dispatchType) ? bound : SubclassCall.Of(bound, handler.HandledType);
    }

    private object? InstanceOf(HandlerDescriptor handler)
    {
        if (handler.HandlerType is not { } type)
        {
            return null;
        }

        if (context.Scopes is not { } scopes)
        {
            return _instances.Get(type, handler.Create!);
        }

        // The container keeps its singletons itself. Going through the instances all the same turns the endless recursion of a constructor
        // that publishes an event of its own handler, which a container does not see, into an error.
        return handler.Lifetime != HandlerLifetime.Singleton
            ? null
            : _instances.Get(type, () => scopes.Root.GetService(type)
                ?? throw new InvalidOperationException($"Handler '{handler.Name}': no service for type '{type}' has been registered."));
    }
}
