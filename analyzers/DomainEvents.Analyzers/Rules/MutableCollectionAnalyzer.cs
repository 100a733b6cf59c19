using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1202: a collection in an event whose content anybody can change.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MutableCollectionAnalyzer : EventMemberAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MutableCollection];

    private protected override void Analyze(
        SymbolAnalysisContext context, KnownSymbols symbols, AttributeData attribute, INamedTypeSymbol type, EventMember member)
    {
        if (Replacement(member.Type) is { } replacement
            && member.Symbol is not IPropertySymbol { IsOverride: true }
            && !EventAttributeFlags.Is(attribute, "Pooled")
            && !IsFromInterface(member, type))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MutableCollection, member.Place, member.Symbol.Name, replacement));
        }
    }

    /// <summary>The type to use instead; <see langword="null"/> for what is no collection that can be changed. Bytes are content, not a collection.</summary>
    private static string? Replacement(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => null,
        IArrayTypeSymbol => "ImmutableArray",
        INamedTypeSymbol { ContainingNamespace: { } scope, Name: var name } when IsCollections(scope) => name switch
        {
            "List" or "IList" or "ICollection" or "Collection" or "ObservableCollection" or "LinkedList" or "Queue" or "Stack" => "ImmutableArray",
            "Dictionary" or "IDictionary" or "SortedDictionary" or "SortedList" => "IReadOnlyDictionary",
            "HashSet" or "ISet" or "SortedSet" => "IReadOnlySet",
            _ => null,
        },
        _ => null,
    };

    private static bool IsCollections(INamespaceSymbol scope) => scope.ToDisplayString() is "System.Collections.Generic" or "System.Collections.ObjectModel";

    private static bool IsFromInterface(EventMember member, INamedTypeSymbol type) =>
        type.AllInterfaces.Any(contract => contract.GetMembers(member.Symbol.Name).OfType<IPropertySymbol>().Any());
}
