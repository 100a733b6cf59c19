using DomainEvents.Naming;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>Finds a longer event type for an event whose own is taken: <c>billing.order.placed</c>.</summary>
internal static class QualifiedName
{
    // Layers say nothing of what tells two events apart.
    private static readonly HashSet<string> s_layers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Abstractions", "Application", "Common", "Contracts", "Core", "Domain", "DomainEvents", "Events", "Infrastructure", "Integration",
        "IntegrationEvents", "Messages", "Model", "Models", "Notifications", "Shared",
    };

    /// <summary>The event type behind the last part of the namespace that is no layer; <see langword="null"/> where there is none to take.</summary>
    public static string? Of(NamedEvent named)
    {
        for (var scope = named.Type.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
        {
            if (s_layers.Contains(scope.Name))
            {
                continue;
            }

            var words = new List<NameWord>();
            NameWord.Split(scope.Name, 0, scope.Name.Length, words);
            var qualifier = string.Join("_", words.Select(static word => word.Text));
            var qualified = qualifier + "." + named.EventType;
            if (!named.EventType.StartsWith(qualifier + ".", StringComparison.Ordinal) && EventTypeGrammar.IsValid(qualified))
            {
                return qualified;
            }
        }

        return null;
    }
}
