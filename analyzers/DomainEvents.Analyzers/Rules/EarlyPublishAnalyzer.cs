using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Analyzers.Transactions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1402: an event that tells of a change before the change is committed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EarlyPublishAnalyzer : DomainEventAnalyzer
{
    // What tells that something is about to happen is published before it does.
    private static readonly string[] s_announcements = ["ing", "Started", "Attempted", "Requested"];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.EarlyPublish];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (!symbols.IsTestProject)
        {
            var types = new Lazy<TransactionTypes>(() => new TransactionTypes(symbols));
            context.RegisterSyntaxNodeAction(node => Analyze(node, symbols, types), SyntaxKind.InvocationExpression);
        }
    }

    /// <summary>A function is looked at once, from its first publish on, and only if its text commits something behind that.</summary>
    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols, Lazy<TransactionTypes> types)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (CallNames.MayPublish(invocation)
            && FlowGraph.FunctionAround(invocation) is { } function
            && IsFirstBeforeCommit(invocation, function)
            && context.SemanticModel.GetOperation(invocation, context.CancellationToken) is { } operation
            && FlowGraph.Around(operation, context.CancellationToken) is { } graph)
        {
            var commitTypes = RuleOptions.List(context.Options, context.Node.SyntaxTree, DiagnosticIds.EarlyPublish, RuleOptions.CommitTypes);
            foreach (var early in new EarlyPublishes(graph, new TransactionSteps(types.Value, commitTypes, graph), symbols).Find())
            {
                Report(context, early.Call, early.Commit, symbols, graph);
            }
        }
    }

    private static bool IsFirstBeforeCommit(InvocationExpressionSyntax invocation, SyntaxNode function)
    {
        var commits = false;
        foreach (var node in FlowGraph.OwnNodes(function))
        {
            if (node is not InvocationExpressionSyntax call)
            {
                continue;
            }

            if (call.SpanStart < invocation.SpanStart && call != invocation && CallNames.MayPublish(call) && !call.Span.Contains(invocation.Span))
            {
                return false;
            }

            commits |= call.SpanStart > invocation.SpanStart && CallNames.Of(call) is { } name && TransactionSteps.MayCommit(name.Identifier.ValueText);
        }

        return commits;
    }

    private static void Report(SyntaxNodeAnalysisContext context, PublishCall call, IInvocationOperation commit, KnownSymbols symbols, ControlFlowGraph graph)
    {
        // A durable event is another rule's; of events that came from elsewhere nobody knows what they tell of.
        var told = MadeEvents.Of(call.Event, FlowGraph.Operations(graph)).Where(type => symbols.IsEvent(type)).ToList();
        if (told.Count == 0
            || told.Exists(type => IsAnnouncement(type.Name) || (symbols.FindEventAttribute(type) is { } attribute && EventAttributeFlags.Is(attribute, "Durable")))
            || call.Operation.Syntax is not InvocationExpressionSyntax invocation)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.EarlyPublish,
            (CallNames.Of(invocation) ?? (SyntaxNode)invocation).GetLocation(),
            [commit.Syntax.GetLocation()],
            told[0].Name,
            commit.TargetMethod.Name));
    }

    private static bool IsAnnouncement(string name)
    {
        var stem = new[] { "DomainEvent", "Event", "Notification" }.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) is { } end
            ? name.Substring(0, name.Length - end.Length)
            : name;
        return stem.StartsWith("Before", StringComparison.Ordinal) || s_announcements.Any(announcement => stem.EndsWith(announcement, StringComparison.Ordinal));
    }
}
