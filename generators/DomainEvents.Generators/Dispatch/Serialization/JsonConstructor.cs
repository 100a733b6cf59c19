using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Dispatch.Serialization;

/// <summary>The constructor through which an event comes back.</summary>
/// <param name="Parameters">Its parameters; those of one that is generated too.</param>
/// <param name="SetsRequiredMembers">Whether required members need no object initialiser.</param>
internal sealed record JsonConstructor(IReadOnlyList<JsonParameter> Parameters, bool SetsRequiredMembers)
{
    /// <summary>The one that the user marks, the generated one, that of a positional record, the parameterless one, the only one.</summary>
    public static JsonConstructor? Find(EventSymbol source, ConstructorSymbols constructors, Compilation compilation)
    {
        var type = source.Type;
        var own = type.InstanceConstructors.Where(static constructor => !IsCopying(constructor) && !ForbiddenTypes.IsError(constructor)).ToList();
        if (own.FirstOrDefault(static constructor => JsonAttributes.Find(constructor, JsonAttributes.Constructor) is not null) is { } marked)
        {
            return From(marked);
        }

        if (constructors.FindGenerated(source, out var obstacle) is { } generated)
        {
            return constructors.FindWritten(type, generated.Parameters) is { } written
                ? own.Contains(written, SymbolEqualityComparer.Default) ? From(written) : null
                : new JsonConstructor(
                    [.. generated.Parameters.Select(static parameter => new JsonParameter(
                        parameter.Name, parameter.Type, TypeSymbols.Shape(parameter.Type) == Reading.Parts.TypeShape.Nullable ? "default!" : null))],
                    generated.SetsRequiredMembers);
        }

        if (obstacle != ConstructorObstacle.None)
        {
            return null;
        }

        if (own.FirstOrDefault(static constructor => constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax)) is { } primary)
        {
            return From(primary);
        }

        var simplest = own.FirstOrDefault(static constructor => constructor.Parameters.Length == 0) ?? (own.Count == 1 ? own[0] : null);
        return simplest is null || !compilation.IsSymbolAccessibleWithin(simplest, type) ? null : From(simplest);
    }

    private static bool IsCopying(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static JsonConstructor? From(IMethodSymbol constructor)
    {
        var parameters = new List<JsonParameter>();
        foreach (var parameter in constructor.Parameters)
        {
            string? value = null;
            if (parameter.RefKind != RefKind.None || (parameter.HasExplicitDefaultValue && (value = JsonDefault.Of(parameter)) is null))
            {
                return null;
            }

            parameters.Add(new JsonParameter(
                parameter.Name, parameter.Type, value ?? (TypeSymbols.Shape(parameter.Type) == Reading.Parts.TypeShape.Nullable ? "default!" : null)));
        }

        return new JsonConstructor(parameters, constructor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"));
    }
}

/// <summary>A parameter of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">The expression that stands for a value that is not there; <see langword="null"/> where it must be there.</param>
internal sealed record JsonParameter(string Name, ITypeSymbol Type, string? Default);
