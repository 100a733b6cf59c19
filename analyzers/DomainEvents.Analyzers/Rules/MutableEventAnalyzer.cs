using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1201: a value of an event that anybody can change after it was published.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MutableEventAnalyzer : EventMemberAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MutableEvent];

    private protected override void Analyze(
        SymbolAnalysisContext context, KnownSymbols symbols, AttributeData attribute, INamedTypeSymbol type, EventMember member)
    {
        var isMutable = member.Symbol switch
        {
            IPropertySymbol { IsOverride: false, SetMethod: { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public } } property => !IsRequiredByInterface(property, type),
            IFieldSymbol field => !field.IsReadOnly,
            _ => false,
        };
        if (isMutable && !EventAttributeFlags.Is(attribute, "Pooled"))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MutableEvent, member.Place, member.Symbol.Name, type.Name));
        }
    }

    private static bool IsRequiredByInterface(IPropertySymbol property, INamedTypeSymbol type) => type.AllInterfaces.Any(contract =>
        contract.GetMembers(property.Name).OfType<IPropertySymbol>().Any(static member => member.SetMethod is { IsInitOnly: false }));
}
