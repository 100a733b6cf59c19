using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>
/// What the compiler of a composition root needs to know of one row of a module: enough to sort it as the runtime does and to call its
/// thunks. Rows whose handled type is nested privately have none. Written by the generator.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ModuleHandlerAttribute : Attribute
{
    /// <summary>Describes a row.</summary>
    /// <param name="row">The row's place in <see cref="HandlerModule.DescribeHandlers"/>, and the number of its thunks.</param>
    /// <param name="handledType">See <see cref="HandlerDescriptor.HandledType"/>.</param>
    /// <param name="name">See <see cref="HandlerDescriptor.Name"/>.</param>
    /// <param name="order">See <see cref="HandlerDescriptor.Order"/>.</param>
    /// <param name="traits">How the handler is called.</param>
    public ModuleHandlerAttribute(int row, Type handledType, string name, int order, ModuleHandlerTraits traits)
    {
        Row = row;
        HandledType = handledType;
        Name = name;
        Order = order;
        Traits = traits;
    }

    /// <summary>The row's place in the module.</summary>
    public int Row { get; }

    /// <summary>The event, base type or interface that is handled.</summary>
    public Type HandledType { get; }

    /// <summary>The full name that breaks ties in the order.</summary>
    public string Name { get; }

    /// <summary>Lower runs first.</summary>
    public int Order { get; }

    /// <summary>How the handler is called.</summary>
    public ModuleHandlerTraits Traits { get; }
}
