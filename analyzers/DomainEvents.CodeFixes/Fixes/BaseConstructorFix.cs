using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using DomainEvents.Generators.Reading.Symbols;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1002: writes the constructor that cannot be generated, with a parameter for everything the base wants.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BaseConstructorFix))]
[Shared]
public sealed class BaseConstructorFix : DocumentFix
{
    private const string Key = "DomainEvents.WriteConstructor";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NoConstructor];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var obstacle = diagnostic.Properties.TryGetValue(NoConstructorAnalyzer.ObstacleProperty, out var value) ? value : null;
        if (obstacle != nameof(ConstructorObstacle.BaseConstructor)
            || context.Find<TypeDeclarationSyntax>(diagnostic.Location) is not { } declaration
            || context.Model.GetDeclaredSymbol(declaration, cancellationToken) is not INamedTypeSymbol { BaseType: { } baseType } type
            || EventSymbol.From(type) is not { } source)
        {
            return Task.FromResult(ImmutableArray<Remedy>.Empty);
        }

        var remedies = ImmutableArray.CreateBuilder<Remedy>();
        foreach (var called in Callable(baseType, type, context.Model.Compilation))
        {
            if (Plan(source, called) is { } plan)
            {
                remedies.Add(new Remedy(
                    FixTexts.WriteConstructor(called.ToMinimalDisplayString(context.Model, declaration.SpanStart)),
                    Key + CSharpLiteral.Int32(called.Parameters.Length),
                    editor => editor.ReplaceNode(declaration, (node, generator) => Insert((TypeDeclarationSyntax)node, plan, generator))));
            }
        }

        return Task.FromResult(remedies.ToImmutable());
    }

    /// <summary>The base's constructors that the event can call; of those with as many parameters, the first, so that a key means one.</summary>
    private static IEnumerable<IMethodSymbol> Callable(INamedTypeSymbol baseType, INamedTypeSymbol type, Compilation compilation) => baseType.InstanceConstructors
        .Where(constructor => compilation.IsSymbolAccessibleWithin(constructor, type)
            && constructor.Parameters.All(static parameter => parameter is { RefKind: RefKind.None, Type.TypeKind: not TypeKind.Error })
            && !(baseType.IsRecord && constructor.Parameters.Length == 1
                && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, baseType)))
        .GroupBy(static constructor => constructor.Parameters.Length)
        .OrderBy(static group => group.Key)
        .Select(static group => group.First());

    /// <summary><see langword="null"/> where a value of the event and one of the base would have one name.</summary>
    private static ConstructorPlan? Plan(EventSymbol source, IMethodSymbol called)
    {
        var members = source.Members().Where(member => !member.IsSettable || member.IsRequired || source.Values.IncludeSettable).ToList();
        var names = called.Parameters.Select(static parameter => parameter.Name)
            .Concat(members.Select(static member => CSharpIdentifier.ToCamelCase(member.Name)))
            .ToList();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count ? new ConstructorPlan(source, called, members) : null;
    }

    private static TypeDeclarationSyntax Insert(TypeDeclarationSyntax declaration, ConstructorPlan plan, SyntaxGenerator generator)
    {
        var constructor = plan.Write(generator).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        var members = generator.GetMembers(declaration).ToList();
        var index = members.FindLastIndex(static member => member is PropertyDeclarationSyntax or FieldDeclarationSyntax) + 1;
        return (TypeDeclarationSyntax)generator.InsertMembers(
            declaration, index, index == 0 ? constructor : constructor.WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed));
    }
}
