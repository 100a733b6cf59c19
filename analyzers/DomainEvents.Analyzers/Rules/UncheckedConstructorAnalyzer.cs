using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1203: a hand-written constructor of an event that takes a required value and stores it unchecked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedConstructorAnalyzer : EventAnalyzer
{
    /// <summary>The property of a diagnostic that is set where blank texts may pass.</summary>
    internal const string AllowBlankProperty = "AllowBlank";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UncheckedConstructor];

    private protected override void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols)
    {
        foreach (var constructor in source.Type.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility == Accessibility.Private
                || RuntimeSymbols.IsGenerated(constructor)
                || constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not { } declaration
                || declaration is RecordDeclarationSyntax)
            {
                continue;
            }

            foreach (var parameter in constructor.Parameters)
            {
                if (IsRequired(parameter) && StoredIn(declaration, parameter.Name) is { } member && !MayBeNull(source.Type, member))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptors.UncheckedConstructor,
                        parameter.Locations[0],
                        ImmutableDictionary<string, string?>.Empty.Add(AllowBlankProperty, AllowsBlank(source.Type, member) ? "true" : null),
                        parameter.Name,
                        source.Type.Name,
                        member));
                }
            }
        }
    }

    /// <summary>Whether null is no value of it: where nothing is said of null, nothing is said here.</summary>
    private static bool IsRequired(IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.None, IsParams: false, HasExplicitDefaultValue: false, NullableAnnotation: NullableAnnotation.NotAnnotated }
        && parameter.Type is { IsReferenceType: true, TypeKind: not (TypeKind.Error or TypeKind.TypeParameter) }
        && !parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "AllowNullAttribute");

    /// <summary>The member that the parameter is stored in, where that is all that the constructor does with it; otherwise <see langword="null"/>.</summary>
    private static string? StoredIn(SyntaxNode declaration, string parameter)
    {
        string? member = null;
        foreach (var name in Mentions(declaration, parameter))
        {
            if (name.Parent switch
            {
                AssignmentExpressionSyntax assignment when assignment.Right == name => MemberOf(assignment.Left),
                EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
                EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field } => field.Identifier.ValueText,
                ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: TupleExpressionSyntax left } } tuple } argument
                    when tuple.Arguments.Count == left.Arguments.Count => MemberOf(left.Arguments[tuple.Arguments.IndexOf(argument)].Expression),
                _ => null,
            } is not { } target)
            {
                return null;
            }

            member = target;
        }

        return member;
    }

    private static IEnumerable<IdentifierNameSyntax> Mentions(SyntaxNode declaration, string parameter) =>
        declaration.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == parameter
            && name.Parent is not (MemberBindingExpressionSyntax or NameColonSyntax)
            && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name));

    private static string? MemberOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>A member that takes null, or that checks by itself, needs no check before it; of what is no member nothing is known.</summary>
    private static bool MayBeNull(INamedTypeSymbol type, string member) => type.GetMembers(member).FirstOrDefault() switch
    {
        IPropertySymbol property => property.Type.NullableAnnotation == NullableAnnotation.Annotated
            || property.IsPartialDefinition
            || property.PartialDefinitionPart is not null
            || Has(property, "AllowNullAttribute")
            || property.SetMethod?.DeclaringSyntaxReferences.Any(static reference =>
                reference.GetSyntax() is AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }) == true,
        IFieldSymbol field => field.Type.NullableAnnotation == NullableAnnotation.Annotated || Has(field, "AllowNullAttribute"),
        _ => true,
    };

    private static bool AllowsBlank(INamedTypeSymbol type, string member) => type.GetMembers(member).FirstOrDefault() switch
    {
        IPropertySymbol { Type.SpecialType: SpecialType.System_String } property => Has(property, "AllowBlankAttribute"),
        IFieldSymbol { Type.SpecialType: SpecialType.System_String } field => Has(field, "AllowBlankAttribute"),
        _ => true,
    };

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(data => data.AttributeClass?.Name == attribute);
}
