using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1205: an event that carries an aggregate or an entity instead of what happened to it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EntityInEventAnalyzer : EventMemberAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.EntityInEvent];

    private protected override void Analyze(
        SymbolAnalysisContext context, KnownSymbols symbols, AttributeData attribute, INamedTypeSymbol type, EventMember member)
    {
        if (Element(member.Type) is { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None } carried
            && (KnownSymbols.Is(carried, symbols.HasDomainEvents)
                || symbols.Entities.Contains(carried)
                || RuleOptions.HasType(RuleOptions.List(context.Options, member.Declaration.SyntaxTree, DiagnosticIds.EntityInEvent, RuleOptions.EntityTypes), carried))
            && !member.Has("JsonIgnoreAttribute"))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.EntityInEvent,
                member.Place,
                EventAttributeFlags.IsSerialized(attribute) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                additionalLocations: null,
                properties: null,
                member.Symbol.Name,
                type.Name,
                carried.Name));
        }
    }

    /// <summary>The type itself, or what a collection holds.</summary>
    private static ITypeSymbol Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Arity: 1, ContainingNamespace: { } scope } collection when FrameworkNamespaces.IsCollections(scope) => collection.TypeArguments[0],
        _ => type,
    };
}
