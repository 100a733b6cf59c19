using System.ComponentModel;
using DomainEvents.Pipelines;

namespace DomainEvents.CompilerServices;

/// <summary>The handlers of one event in one publisher, in order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BoundHandlers
{
    internal BoundHandlers(BoundHandler[] items, PublishContext context)
    {
        Items = items;
        Context = context;
    }

    /// <summary>The instance of a handler; <see langword="null"/> where the thunk needs none or resolves it for each call.</summary>
    public object? this[int step] => Items[step].Instance;

    internal BoundHandler[] Items { get; }

    internal PublishContext Context { get; }

    /// <summary>The handlers of one phase, in order.</summary>
    internal BoundHandlers Of(HandlerPhase phase) => new(Array.FindAll(Items, handler => handler.Phase == phase), Context);
}
