using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>
/// A pipeline that a composition root wrote. It serves a publisher only where the handlers that the publisher finds for the event are
/// these, in this order; otherwise the runtime composes one from the descriptors.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PipelineDescriptor
{
    /// <summary>Describes a pipeline.</summary>
    /// <param name="eventType">The event.</param>
    /// <param name="rows">Pairs: the module's place in the table's modules, the handler's row in that module.</param>
    /// <param name="create">Creates the pipeline for a publisher.</param>
    public PipelineDescriptor(Type eventType, int[] rows, Func<BoundHandlers, EventPipeline> create)
    {
        EventType = eventType;
        Rows = rows;
        Create = create;
    }

    internal Type EventType { get; }

    internal int[] Rows { get; }

    internal Func<BoundHandlers, EventPipeline> Create { get; }
}
