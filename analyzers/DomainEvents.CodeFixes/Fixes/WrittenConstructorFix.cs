using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1004: deletes a constructor that does no more than the generated one, or says that it is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrittenConstructorFix))]
[Shared]
public sealed class WrittenConstructorFix : DocumentFix
{
    private const string DeleteKey = "DomainEvents.DeleteConstructor";
    private const string KeepKey = "DomainEvents.KeepConstructor";
    private const string Property = "GenerateConstructor";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.WrittenConstructor];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var remedies = ImmutableArray.CreateBuilder<Remedy>(2);
        if (context.Find<ConstructorDeclarationSyntax>(diagnostic.Location) is { } constructor && DoesNoMore(constructor))
        {
            remedies.Add(new Remedy(
                FixTexts.DeleteConstructor,
                DeleteKey,
                editor => MemberRemoval.Remove(editor, constructor)));
        }

        if (context.Find<AttributeSyntax>(diagnostic.AdditionalLocations[0]) is { } attribute && !Says(attribute))
        {
            remedies.Add(new Remedy(
                FixTexts.KeepConstructor,
                KeepKey,
                editor => editor.ReplaceNode(
                    attribute, static (node, _) => AttributeArguments.With((AttributeSyntax)node, Property, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression)))));
        }

        return Task.FromResult(remedies.ToImmutable());
    }

    /// <summary>Whether nothing but checks of parameters and assignments of them would be lost: anything else is for its author to move.</summary>
    internal static bool DoesNoMore(ConstructorDeclarationSyntax constructor)
    {
        if (constructor.AttributeLists.Count > 0 || constructor.Initializer is not null)
        {
            return false;
        }

        var parameters = new HashSet<string>(
            constructor.ParameterList.Parameters.Select(static parameter => parameter.Identifier.ValueText), StringComparer.Ordinal);
        return constructor switch
        {
            { ExpressionBody.Expression: AssignmentExpressionSyntax { Left: var left, Right: var right } } => IsAssignment(left, right, parameters),
            { Body.Statements: var statements } => statements.All(statement => DoesNoMore(statement, parameters)),
            _ => false,
        };
    }

    private static bool DoesNoMore(StatementSyntax statement, HashSet<string> parameters) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } =>
            IsAssignment(assignment.Left, assignment.Right, parameters),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } } =>
            method.StartsWith("ThrowIfNull", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary><c>Name = name</c> or <c>Name = name ?? throw ...</c>: the generated constructor does the same.</summary>
    private static bool IsAssignment(ExpressionSyntax left, ExpressionSyntax right, HashSet<string> parameters)
    {
        var member = left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } ? name : left as IdentifierNameSyntax;
        var value = right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax, Left: var checkedValue }
            ? checkedValue
            : right;
        return member is not null
            && value is IdentifierNameSyntax { Identifier.ValueText: var parameter }
            && parameters.Contains(parameter)
            && string.Equals(member.Identifier.ValueText, parameter, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Says(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == Property) == true;
}
