using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1305: a handler that blocks the publisher's thread on a task, a timer, or input and output that it could await.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingHandlerAnalyzer : HandlerFunctionAnalyzer
{
    /// <summary>The property of a diagnostic that says what its fix is to write.</summary>
    internal const string WayOutProperty = "WayOut";

    /// <summary>Await the task before the dot.</summary>
    internal const string AwaitTask = "AwaitTask";

    /// <summary>Await a delay instead of sleeping.</summary>
    internal const string AwaitDelay = "AwaitDelay";

    /// <summary>Await the method with Async behind its name.</summary>
    internal const string AwaitTwin = "AwaitTwin";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.BlockingHandler];

    private protected override bool ConcernsTests => false;

    private protected override bool MayConcern(SyntaxNode function)
    {
        foreach (var node in function.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: var name }
                && (name is "Result" or "Wait" or "WaitAll" or "WaitAny" or "GetResult" or "Sleep" || BlockingCalls.MayBlock(name)))
            {
                return true;
            }
        }

        return false;
    }

    private protected override bool MayConcern(SyntaxNode function, AnalyzerOptions options) =>
        MayConcern(function)
        || (Others(options, function.SyntaxTree) is { Count: > 0 } others
            && function.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => others.Any(other => other.EndsWith("." + name.Identifier.ValueText, StringComparison.Ordinal))));

    private static IReadOnlyList<string> Others(AnalyzerOptions options, SyntaxTree tree) =>
        RuleOptions.List(options, tree, DiagnosticIds.BlockingHandler, RuleOptions.BlockingMethods);

    private protected override void Analyze(SyntaxNodeAnalysisContext context, HandlerFunction handler)
    {
        // A handler in the background has its publisher wait for nothing.
        if (handler.Options is { Background: true })
        {
            return;
        }

        var others = Others(context.Options, context.Node.SyntaxTree);
        foreach (var operation in FunctionOperations.Of(handler, context.CancellationToken))
        {
            if (WayOut(operation, handler, others) is { } wayOut)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.BlockingHandler,
                    operation.Syntax.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(WayOutProperty, wayOut.Length == 0 ? null : wayOut),
                    NameOf(operation)));
            }
        }
    }

    private static string? WayOut(IOperation operation, HandlerFunction handler, IReadOnlyList<string> others) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when TaskFacts.IsTask(task.Type) =>
            TaskFacts.MayBeComplete(task, handler.Syntax) ? null : AwaitTask,
        IInvocationOperation call => WayOut(call, handler, others),
        _ => null,
    };

    private static string? WayOut(IInvocationOperation call, HandlerFunction handler, IReadOnlyList<string> others)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Wait" when TaskFacts.IsTask(method.ContainingType) && call.Instance is { } task:
                // With a time-out there is a decision to make, which is not a fix's to make.
                return TaskFacts.MayBeComplete(task, handler.Syntax) ? null : call.Arguments.Length == 0 ? AwaitTask : "";
            case "WaitAll" or "WaitAny" when TaskFacts.IsTask(method.ContainingType):
                return "";
            case "GetResult" when TaskFacts.IsAwaiter(method.ContainingType) && AwaitedTask(call) is { } task:
                return TaskFacts.MayBeComplete(task, handler.Syntax) ? null : AwaitTask;
            case "Sleep" when method.ContainingType is { Name: "Thread" } thread && TaskFacts.IsIn(thread, "System", "Threading"):
                return call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: 0 } ? null : AwaitDelay;
            default:
                return !handler.ReturnsTask ? null
                    : BlockingCalls.HasAsyncTwin(method) ? AwaitTwin
                    : !IsNamed(method, others) ? null
                    : method.ContainingType.GetMembers(method.Name + "Async").IsEmpty ? ""
                    : AwaitTwin;
        }
    }

    private static bool IsNamed(IMethodSymbol method, IReadOnlyList<string> names) =>
        names.Count > 0 && method.ContainingType is { } type && names.Contains(RuleOptions.FullName(type) + "." + method.Name, StringComparer.Ordinal);

    /// <summary>The task behind <c>GetAwaiter</c>, and before <c>ConfigureAwait</c>.</summary>
    private static IOperation? AwaitedTask(IInvocationOperation getResult)
    {
        if (getResult.Instance is not IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } awaited })
        {
            return null;
        }

        return awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } ? task : awaited;
    }

    private static string NameOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => "." + property.Property.Name,
        IInvocationOperation { TargetMethod: { IsStatic: true } method } => method.ContainingType.Name + "." + method.Name + "()",
        IInvocationOperation { TargetMethod: var method } => "." + method.Name + "()",
        _ => "",
    };
}
