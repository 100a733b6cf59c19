using System.Runtime.CompilerServices;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>
/// The contexts of a compilation that try again by themselves, and the methods that an execution strategy may run: both by name. Immutable;
/// what a file says is kept as long as the file.
/// </summary>
internal sealed class RetryingContexts
{
    private static readonly ConditionalWeakTable<SyntaxTree, Mentions> s_trees = new();

    private readonly HashSet<string> _contexts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _executed = new(StringComparer.Ordinal);

    private RetryingContexts(IReadOnlyList<Mentions> trees)
    {
        foreach (var tree in trees)
        {
            _contexts.UnionWith(tree.Contexts);
            _executed.UnionWith(tree.Executed);
        }

        // What such a method calls runs inside of the strategy too.
        for (var before = -1; _contexts.Count > 0 && before != _executed.Count;)
        {
            before = _executed.Count;
            foreach (var (method, calls) in trees.SelectMany(static tree => tree.Calls))
            {
                if (_executed.Contains(method))
                {
                    _executed.UnionWith(calls);
                }
            }
        }
    }

    public static RetryingContexts Read(Compilation compilation) =>
        new([.. compilation.SyntaxTrees.Select(static tree => s_trees.GetValue(tree, static key => new Mentions(key.GetRoot())))]);

    /// <summary>Whether a context, or one it derives from, is set up to try again.</summary>
    public bool Retries(ITypeSymbol context)
    {
        for (var type = context; type is not null; type = type.BaseType)
        {
            if (_contexts.Contains(type.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an execution strategy may be what calls a method.</summary>
    public bool MayBeExecuted(string method) => _executed.Contains(method);

    private sealed class Mentions
    {
        public Mentions(SyntaxNode root)
        {
            foreach (var node in root.DescendantNodes())
            {
                if (node is InvocationExpressionSyntax call && CallNames.Of(call)?.Identifier.ValueText is { } name)
                {
                    if (name is "EnableRetryOnFailure" or "ExecutionStrategy" && ContextAround(call) is { } context)
                    {
                        Contexts.Add(context);
                    }
                    else if (name.StartsWith("Execute", StringComparison.Ordinal))
                    {
                        Executed.AddRange(call.ArgumentList.DescendantNodes().OfType<SimpleNameSyntax>().Select(static inner => inner.Identifier.ValueText));
                    }
                }
                else if (node is MethodDeclarationSyntax method)
                {
                    Calls.Add((
                        method.Identifier.ValueText,
                        [.. method.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(static inner => CallNames.Of(inner)?.Identifier.ValueText ?? "")]));
                }
            }
        }

        public List<string> Contexts { get; } = [];

        public List<string> Executed { get; } = [];

        public List<(string Method, string[] Calls)> Calls { get; } = [];

        /// <summary>The context that is set up: a type argument around the call, or the class in whose <c>OnConfiguring</c> it stands.</summary>
        private static string? ContextAround(SyntaxNode call)
        {
            foreach (var node in call.Ancestors())
            {
                switch (node)
                {
                    case InvocationExpressionSyntax outer when CallNames.Of(outer) is GenericNameSyntax generic
                        && generic.Identifier.ValueText.Contains("DbContext")
                        && generic.TypeArgumentList.Arguments.Last() is SimpleNameSyntax context:
                        return context.Identifier.ValueText;
                    case MethodDeclarationSyntax { Identifier.ValueText: "OnConfiguring", Parent: TypeDeclarationSyntax type }:
                        return type.Identifier.ValueText;
                }
            }

            return null;
        }
    }
}
