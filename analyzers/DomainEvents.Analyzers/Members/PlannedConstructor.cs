using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Members;

/// <summary>The constructor that an event is to get. Several rules ask for it, and to work it out costs more than the rest of them.</summary>
/// <param name="Generated">What is generated, unless the user has written it; <see langword="null"/> where there is none.</param>
/// <param name="Obstacle">Why there is none.</param>
/// <param name="Written">The user's constructor with the same parameters.</param>
internal sealed record PlannedConstructor(ConstructorSymbol? Generated, ConstructorObstacle Obstacle, IMethodSymbol? Written)
{
    /// <summary>Whether a constructor is generated: there is one, and the user has not written it.</summary>
    public bool IsGenerated => Generated is not null && Written is null;

    public static PlannedConstructor Of(EventSymbol source, Compilation compilation)
    {
        var constructors = new ConstructorSymbols(compilation);
        var generated = constructors.FindGenerated(source, out var obstacle);
        return new PlannedConstructor(generated, obstacle, generated is null ? null : constructors.FindWritten(source.Type, generated.Parameters));
    }
}
