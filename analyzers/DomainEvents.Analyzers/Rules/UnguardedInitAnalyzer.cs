using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1206: a property that the generated constructor checks and that its own init accessor lets be set unchecked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnguardedInitAnalyzer : EventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnguardedInit];

    private protected override void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols)
    {
        foreach (var member in source.Members())
        {
            if (member.Symbol is IPropertySymbol { SetMethod: { IsInitOnly: true, DeclaredAccessibility: not Accessibility.Private } } property
                && !property.IsPartialDefinition
                && !HasBody(property.SetMethod, context.CancellationToken)
                && symbols.ConstructorOf(source).IsGenerated
                && IsChecked(property))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnguardedInit, property.Locations[0], property.Name));
            }
        }
    }

    /// <summary>Whether a settable property would be reported if its accessor were an <c>init</c> accessor.</summary>
    internal static bool WouldReportInit(EventSymbol source, IPropertySymbol property, Compilation compilation) =>
        PlannedConstructor.Of(source, compilation).IsGenerated && IsChecked(property);

    /// <summary>A body of the user's may check in its own way.</summary>
    private static bool HasBody(IMethodSymbol accessor, CancellationToken cancellationToken) => accessor.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(cancellationToken) is AccessorDeclarationSyntax declaration
        && (declaration.Body is not null || declaration.ExpressionBody is not null));

    /// <summary>Whether a guard of the runtime refuses any value of the property's type.</summary>
    private static bool IsChecked(IPropertySymbol property)
    {
        var attributes = KnownAttributes.None;
        foreach (var attribute in property.GetAttributes())
        {
            attributes |= KnownAttributeNames.FromSymbol(attribute.AttributeClass);
        }

        if ((attributes & KnownAttributes.AllowNull) != 0 || property.Type.TypeKind == TypeKind.Error)
        {
            return false;
        }

        return TypeSymbols.Shape(property.Type) switch
        {
            TypeShape.Nullable => (attributes & KnownAttributes.NotDefault) != 0 && property.Type.IsValueType,
            TypeShape.Pointer => false,
            TypeShape.Value or TypeShape.OpenTypeParameter => (attributes & KnownAttributes.NotDefault) != 0 || property.Type.Name == "ImmutableArray",
            _ => true,
        };
    }
}
