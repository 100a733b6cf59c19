using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Dispatch.Model;

/// <summary>What a composition root knows of its own and its references' handlers.</summary>
internal sealed record RootModel
{
    /// <summary>The root's class, without its namespace.</summary>
    public required string ClassName { get; init; }

    /// <summary>The modules, fully qualified, by assembly name.</summary>
    public required EquatableArray<string> Modules { get; init; }

    /// <summary>The pipelines, by event.</summary>
    public required EquatableArray<PipelineModel> Pipelines { get; init; }
}

/// <summary>The handlers of one event, in order.</summary>
internal sealed record PipelineModel(string EventType, EquatableArray<StepModel> Steps);

/// <summary>A call to a thunk.</summary>
/// <param name="Module">The module's class, fully qualified.</param>
/// <param name="ModuleIndex">Its place in the table.</param>
/// <param name="Row">The row's number in the module.</param>
/// <param name="Traits">How it is called.</param>
internal readonly record struct StepModel(string Module, int ModuleIndex, int Row, HandlerTraits Traits);

/// <summary>The values of <c>DomainEvents.CompilerServices.ModuleHandlerTraits</c>.</summary>
[Flags]
internal enum HandlerTraits
{
    None = 0,
    Sync = 1,
    Async = 2,
    Static = 4,
    Direct = 8,
}

/// <summary>Everything that the compilation's dispatch consists of.</summary>
/// <param name="Module">The module, or <see langword="null"/> in an assembly without events and handlers.</param>
/// <param name="Serializers">How its events become JSON, in the module's order.</param>
/// <param name="Root">The root, or <see langword="null"/> in an assembly that is none.</param>
/// <param name="HandledEvents">What the documentation of its events says of their handlers.</param>
internal sealed record DispatchModel(ModuleModel? Module, EquatableArray<SerializerModel> Serializers, RootModel? Root, EquatableArray<HandledEventModel> HandledEvents)
{
    public static readonly DispatchModel Nothing = new(null, EquatableArray<SerializerModel>.Empty, null, EquatableArray<HandledEventModel>.Empty);
}
