using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>What a compilation says of the order of messages: whether it asks for a strict one, and by which properties entities keep theirs. Immutable.</summary>
internal sealed class StreamVersions
{
    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    private readonly bool _isUnclear;

    private StreamVersions(Compilation compilation)
    {
        foreach (var node in compilation.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes()))
        {
            switch (node)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StrictPerStream" or "HaltStream" }:
                    IsStrict = true;
                    break;
                case InvocationExpressionSyntax call when CallNames.Of(call)?.Identifier.ValueText == "IsConcurrencyToken":
                    if (PropertyOf(call) is { } property)
                    {
                        _tokens.Add(property);
                    }
                    else
                    {
                        _isUnclear = true;
                    }

                    break;
            }
        }
    }

    /// <summary>Whether the outbox is asked to keep the order also when a message is refused.</summary>
    public bool IsStrict { get; }

    public static StreamVersions Read(Compilation compilation) => new(compilation);

    /// <summary>Whether an entity has, or may have, a version: a number that is a concurrency token.</summary>
    public bool MayHaveVersion(INamedTypeSymbol entity)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().Any(member => member is IPropertySymbol { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }
                && (_tokens.Contains(member.Name) || member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ConcurrencyCheckAttribute"))))
            {
                return true;
            }
        }

        return _isUnclear;
    }

    /// <summary><c>Version</c> of <c>Property(order => order.Version).IsConcurrencyToken()</c>.</summary>
    private static string? PropertyOf(InvocationExpressionSyntax token)
    {
        for (var expression = token.Expression; expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax call }; expression = call.Expression)
        {
            if (CallNames.Of(call)?.Identifier.ValueText == "Property")
            {
                return call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LambdaExpressionSyntax { Body: MemberAccessExpressionSyntax access }
                    ? access.Name.Identifier.ValueText
                    : null;
            }
        }

        return null;
    }
}
