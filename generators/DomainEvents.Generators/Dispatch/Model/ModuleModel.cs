using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Dispatch.Model;

/// <summary>The events and handlers of the compilation.</summary>
internal sealed record ModuleModel
{
    public required string AssemblyName { get; init; }

    /// <summary>The module's class, without its namespace.</summary>
    public required string ClassName { get; init; }

    /// <summary>Events that the module can name, fully qualified, in ordinal order.</summary>
    public EquatableArray<string> Events { get; init; }

    /// <summary>Those of them that are durable.</summary>
    public EquatableArray<string> DurableEvents { get; init; }

    /// <summary>The serializers of those of them that have one, fully qualified.</summary>
    public EquatableArray<string> Serializers { get; init; }

    /// <summary>Handlers that the module can name, by name. A row's number is its place here.</summary>
    public EquatableArray<HandlerModel> Handlers { get; init; }

    /// <summary>Types whose inside registers what is nested in them privately.</summary>
    public EquatableArray<NestingModel> Nestings { get; init; }
}

/// <summary>A type that holds private events or handlers, or leads to one that does.</summary>
internal sealed record NestingModel
{
    /// <summary>Namespace, escaped, or empty.</summary>
    public required string Namespace { get; init; }

    /// <summary>The partial declarations from the outermost type to this one: <c>partial class Outer</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>Fully qualified.</summary>
    public required string Type { get; init; }

    /// <summary>The member through which the module, or the type around this one, calls in.</summary>
    public required string MemberName { get; init; }

    /// <summary>Whether the module calls it, and not another nesting.</summary>
    public bool IsOutermost { get; init; }

    public EquatableArray<string> Events { get; init; }

    public EquatableArray<string> DurableEvents { get; init; }

    public EquatableArray<string> Serializers { get; init; }

    public EquatableArray<HandlerModel> Handlers { get; init; }

    /// <summary>Members of other nestings that only this type can reach: <c>global::Shop.Outer.Inner.Member</c>.</summary>
    public EquatableArray<string> Inner { get; init; }
}
