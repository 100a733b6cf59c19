using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1205: has the event carry the id of the entity, where nobody reads anything else of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CarryIdFix))]
[Shared]
public sealed class CarryIdFix : SolutionFix
{
    private const string ActionKey = "DomainEvents.CarryId";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.EntityInEvent];

    private protected override async Task<SolutionRemedy?> FindRemedyAsync(DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await EventValue.FindAsync(context, diagnostic.Location, cancellationToken).ConfigureAwait(false) is not
                { Declaration: PropertyDeclarationSyntax { Initializer: null } or ParameterSyntax { Default: null } } value
            || value.ValueType is not INamedTypeSymbol { NullableAnnotation: not NullableAnnotation.Annotated } entity
            || FindId(entity, context, value) is not { } id)
        {
            return null;
        }

        var name = value.Name + id.Name;
        if (value.Type.GetMembers().Any(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var edits = new List<(DocumentContext Context, Action<SyntaxEditor> Edit)> { (context, editor => Declare(editor, value, id, name)) };
        var solution = context.Document.Project.Solution;
        foreach (var (place, node) in await References.FindAsync(value.Symbol, solution, cancellationToken).ConfigureAwait(false))
        {
            if (Read(node, id, name) is not { } edit)
            {
                return null;
            }

            edits.Add((place, edit));
        }

        foreach (var constructor in value.Type.InstanceConstructors)
        {
            foreach (var (place, node) in await References.FindAsync(constructor, solution, cancellationToken).ConfigureAwait(false))
            {
                if (Create(node, place, value, id, name) is not { } edit)
                {
                    return null;
                }

                edits.Add((place, edit));
            }
        }

        return new SolutionRemedy(FixTexts.CarryId(name), ActionKey, edits);
    }

    /// <summary>The entity's <c>Id</c>: the only value that stands for the whole of it.</summary>
    private static IPropertySymbol? FindId(INamedTypeSymbol entity, DocumentContext context, EventValue value)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("Id").OfType<IPropertySymbol>().FirstOrDefault() is { } id)
            {
                return id is { IsStatic: false, GetMethod.DeclaredAccessibility: Accessibility.Public, DeclaredAccessibility: Accessibility.Public }
                    && context.Model.IsAccessible(value.Declaration.SpanStart, id.Type)
                        ? id
                        : null;
            }
        }

        return null;
    }

    private static void Declare(SyntaxEditor editor, EventValue value, IPropertySymbol id, string name)
    {
        var type = SyntaxFactory.ParseTypeName(id.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier))).WithAdditionalAnnotations(Simplifier.Annotation);
        editor.ReplaceNode(value.Declaration, (node, _) => node switch
        {
            PropertyDeclarationSyntax property => property
                .WithType(type.WithTriviaFrom(property.Type))
                .WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(property.Identifier)),
            ParameterSyntax parameter => parameter
                .WithType(type.WithTriviaFrom(parameter.Type!))
                .WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(parameter.Identifier)),
            _ => node,
        });
    }

    /// <summary><c>placed.Order.Id</c> becomes <c>placed.OrderId</c>; any other use needs the entity.</summary>
    private static Action<SyntaxEditor>? Read(SyntaxNode node, IPropertySymbol id, string name)
    {
        if (node is not SimpleNameSyntax use)
        {
            return null;
        }

        ExpressionSyntax whole = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
        return whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } outer && outer.Expression == whole && member == id.Name
            ? editor => editor.ReplaceNode(outer, (current, _) => Shorten((MemberAccessExpressionSyntax)current, name))
            : null;
    }

    private static ExpressionSyntax Shorten(MemberAccessExpressionSyntax access, string name) => access.Expression is MemberAccessExpressionSyntax inner
        ? inner.WithName(SyntaxFactory.IdentifierName(name)).WithTriviaFrom(access)
        : SyntaxFactory.IdentifierName(name).WithTriviaFrom(access);

    /// <summary>Gives the id where the entity is given; <see langword="null"/> where that cannot be told.</summary>
    private static Action<SyntaxEditor>? Create(SyntaxNode node, DocumentContext place, EventValue value, IPropertySymbol id, string name)
    {
        if (node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { ArgumentList.Arguments: var arguments } creation || node.Parent is ConstructorInitializerSyntax)
        {
            return null;
        }

        foreach (var argument in arguments)
        {
            if (place.Model.GetOperation(argument) is IArgumentOperation { Parameter: { } parameter }
                && string.Equals(parameter.Name, value.Name, StringComparison.OrdinalIgnoreCase))
            {
                return argument.Expression is IdentifierNameSyntax or ThisExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
                    ? editor => editor.ReplaceNode(argument, (current, _) => GiveId((ArgumentSyntax)current, id, parameter.Name + id.Name))
                    : null;
            }
        }

        return static _ => { };
    }

    private static ArgumentSyntax GiveId(ArgumentSyntax argument, IPropertySymbol id, string parameter)
    {
        var given = SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, argument.Expression.WithoutTrivia(), SyntaxFactory.IdentifierName(id.Name))
            .WithTriviaFrom(argument.Expression)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var named = argument.NameColon is { } colon
            ? argument.WithNameColon(colon.WithName(SyntaxFactory.IdentifierName(parameter).WithTriviaFrom(colon.Name)))
            : argument;
        return named.WithExpression(given);
    }
}
