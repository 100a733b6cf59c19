using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Dispatch.Model;

/// <summary>What the documentation of an event says of its handlers.</summary>
internal sealed record HandledEventModel
{
    /// <summary>Namespace, escaped, or empty.</summary>
    public required string Namespace { get; init; }

    /// <summary>The partial declarations from the outermost type to the event.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>References to the handlers' classes, each with the method behind it where that is the handler.</summary>
    public required EquatableArray<HandlerReference> Handlers { get; init; }

    /// <summary>Whether the user's own documentation has remarks: a second one would be lost.</summary>
    public required bool HasRemarks { get; init; }
}

/// <summary>A handler as documentation names it.</summary>
/// <param name="Class">The class, fully qualified.</param>
/// <param name="Method">The method, where it and not the class is the handler.</param>
internal sealed record HandlerReference(string Class, string? Method);
