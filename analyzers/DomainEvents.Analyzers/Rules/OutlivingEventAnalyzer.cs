using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Subscriptions;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1502: a handler on a C# event that is never detached, where there is evidence that the event outlives the handler's object.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutlivingEventAnalyzer : DomainEventAnalyzer
{
    /// <summary>The property that a diagnostic has where the handler is attached again and again.</summary>
    internal const string RepeatedProperty = "Repeated";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.OutlivingEvent];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.AddAssignmentExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (!MayAttach(assignment)
            || context.ContainingSymbol is not { ContainingType: { TypeKind: TypeKind.Class } type } member
            || context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is not IEventSymbol
            || context.SemanticModel.GetOperation(assignment, context.CancellationToken) is not IEventAssignmentOperation { Adds: true } attachment
            || RuntimeCalls.WithoutConversion(attachment.EventReference) is not IEventReferenceOperation reference
            || symbols.IsTestProject
            || !SubscriptionHandler.HoldsOwner(attachment.HandlerValue, symbols)
            || Lifetimes.IsStartUp(member)
            || Lifetimes.IsSingleton(type, symbols)
            || Lifetimes.IsDeclaredSingleton(type, context.Options, assignment.SyntaxTree, DiagnosticIds.OutlivingEvent)
            || IsDetached(attachment, reference.Event, type, symbols))
        {
            return;
        }

        var source = EventSource.Of(reference, type);
        var evidence = source.Kind == EventSourceKind.Own ? LeakEvidence.None
            : RepeatedCode.Is(attachment, source, member) ? LeakEvidence.Repeated
            : LeakEvidenceFinder.Find(source, type, symbols);
        if (evidence != LeakEvidence.None)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.OutlivingEvent,
                assignment.GetLocation(),
                evidence is LeakEvidence.SameScope or LeakEvidence.Disposable ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                additionalLocations: null,
                properties: evidence == LeakEvidence.Repeated ? ImmutableDictionary<string, string?>.Empty.Add(RepeatedProperty, null) : null,
                reference.Event.Name,
                type.Name,
                Texts.Get(DiagnosticIds.OutlivingEvent + "_" + evidence)));
        }
    }

    /// <summary>Whether a handler may be attached: told by the text, because most <c>+=</c> add numbers and texts, and binding them costs time.</summary>
    private static bool MayAttach(AssignmentExpressionSyntax assignment)
    {
        var name = assignment.Left switch
        {
            SimpleNameSyntax simple => simple,
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => null,
        };
        return assignment.Right switch
        {
            AnonymousFunctionExpressionSyntax => name is not null,
            SimpleNameSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax => name?.Identifier.ValueText is { Length: > 0 } text && char.IsUpper(text[0]),
            _ => false,
        };
    }

    private static bool IsDetached(IEventAssignmentOperation attachment, IEventSymbol attached, INamedTypeSymbol type, KnownSymbols symbols) =>
        Unsubscriptions.AreIn(type, attached.Name)
        || (SubscriptionHandler.Target(attachment.HandlerValue) is IMethodReferenceOperation { Method: { DeclaredAccessibility: not Accessibility.Private } method }
            && symbols.Unsubscriptions.Has(attached.Name, method.Name));
}
