using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Symbols;

/// <summary>Decides what an aggregate's generated part holds. Our own output is not there yet, or is told apart by its mark.</summary>
internal static class AggregateSymbols
{
    private const string PropertyName = "DomainEvents";
    private const string MethodName = "Raise";

    /// <summary>Whether a class bears <c>[Aggregate]</c>.</summary>
    public static bool IsMarked(INamedTypeSymbol type) => type.OriginalDefinition.GetAttributes().Any(static attribute =>
        KnownAttributeNames.FromSymbol(attribute.AttributeClass) == KnownAttributes.Aggregate);

    public static AggregateMembers Describe(INamedTypeSymbol type, Compilation compilation)
    {
        if (!IsMarked(type) || type is not { TypeKind: TypeKind.Class, IsRecord: false, IsStatic: false, IsFileLocal: false })
        {
            return AggregateMembers.None;
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (IsMarked(current) || current.AllInterfaces.Any(IsInterface))
            {
                return AggregateMembers.None;
            }
        }

        return Buffer(type, compilation) | Raise(type, compilation);
    }

    private static AggregateMembers Buffer(INamedTypeSymbol type, Compilation compilation)
    {
        var declared = type.AllInterfaces.FirstOrDefault(IsInterface);
        if (declared?.GetMembers(PropertyName).FirstOrDefault() is { } member && type.FindImplementationForInterfaceMember(member) is not null)
        {
            return AggregateMembers.None;
        }

        return type.Name == PropertyName || Members(type, PropertyName, compilation).Any()
            ? AggregateMembers.Buffer | AggregateMembers.ExplicitProperty
            : AggregateMembers.Buffer;
    }

    private static AggregateMembers Raise(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.Name == MethodName || type.GetMembers(MethodName).Any(static member => member is not IMethodSymbol || TakesEvent(member)))
        {
            return AggregateMembers.None;
        }

        return Members(type, MethodName, compilation).Any(member =>
            !SymbolEqualityComparer.Default.Equals(member.ContainingType, type) && (member is not IMethodSymbol || TakesEvent(member)))
            ? AggregateMembers.Raise | AggregateMembers.HidesRaise
            : AggregateMembers.Raise;
    }

    /// <summary>The members of a name that the class has or inherits.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name, Compilation compilation)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                if (compilation.IsSymbolAccessibleWithin(member, type))
                {
                    yield return member;
                }
            }
        }
    }

    private static bool TakesEvent(ISymbol member) =>
        member is IMethodSymbol { Arity: 0, Parameters.Length: 1 } method
        && method.Parameters[0] is { RefKind: RefKind.None, Type: INamedTypeSymbol parameter }
        && RuntimeSymbols.IsDomainEventInterface(parameter);

    private static bool IsInterface(INamedTypeSymbol type) =>
        type is { Name: "IHasDomainEvents", ContainingType: null } && KnownAttributeNames.IsPersistenceNamespace(type.ContainingNamespace);
}
