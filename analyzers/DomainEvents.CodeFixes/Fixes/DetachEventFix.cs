using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using DomainEvents.Analyzers.Subscriptions;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1502: detaches a method from the event in <c>Dispose</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DetachEventFix))]
[Shared]
public sealed class DetachEventFix : DocumentFix
{
    private const string Key = "DomainEvents.DetachEvent";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.OutlivingEvent];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // What is attached again and again is not put right by detaching it once.
        if (!diagnostic.Properties.ContainsKey(OutlivingEventAnalyzer.RepeatedProperty)
            && context.Find<AssignmentExpressionSyntax>(diagnostic.Location) is { } assignment
            && assignment.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && context.Model.GetDeclaredSymbol(declaration, cancellationToken) is { } type
            && DisposeMethod.CanExtend(type, declaration)
            && Detachment(context.Model, assignment, type, cancellationToken) is { } statement)
        {
            return Task.FromResult<ImmutableArray<Remedy>>([new Remedy(
                FixTexts.DetachEvent,
                Key,
                editor => editor.ReplaceNode(declaration, (node, generator) => DisposeMethod.Extend((TypeDeclarationSyntax)node, statement, generator)))]);
        }

        return Task.FromResult(ImmutableArray<Remedy>.Empty);
    }

    /// <summary>The statement that detaches; <see langword="null"/> for a lambda, and for a publisher that only the attaching code reaches.</summary>
    private static string? Detachment(SemanticModel model, AssignmentExpressionSyntax assignment, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (model.GetOperation(assignment, cancellationToken) is not IEventAssignmentOperation attachment
            || RuntimeCalls.WithoutConversion(attachment.EventReference) is not IEventReferenceOperation reference
            || SubscriptionHandler.Target(attachment.HandlerValue) is not IMethodReferenceOperation)
        {
            return null;
        }

        var publisher = assignment.Left;
        switch (EventSource.Of(reference, type).Root)
        {
            case null or IMemberReferenceOperation:
                break;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } root:
                if (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken).Parent?.Parent is not TypeDeclarationSyntax)
                {
                    if (ConstructorAssignment.MemberOf(parameter, assignment, type, model) is not { } member)
                    {
                        return null;
                    }

                    publisher = publisher.ReplaceNode(root.Syntax, SyntaxFactory.IdentifierName(member));
                }

                break;
            default:
                return null;
        }

        return $"{publisher.WithoutTrivia()} -= {assignment.Right.WithoutTrivia()};";
    }
}
