using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>
/// Finds what to document of the handlers of an assembly's events: where a documentation file is written, and no warning of a missing
/// comment would be hidden by ours.
/// </summary>
internal static class HandledEventReader
{
    public static EquatableArray<HandledEventModel> Read(Compilation compilation, AssemblyFindings findings)
    {
        if (compilation.SyntaxTrees.FirstOrDefault()?.Options.DocumentationMode != DocumentationMode.Diagnose)
        {
            return EquatableArray<HandledEventModel>.Empty;
        }

        var byType = findings.Handlers.ToLookup(static handler => (ISymbol)handler.HandledType, SymbolEqualityComparer.Default);
        return new EquatableArray<HandledEventModel>(findings.Events.Select(found => Read(found.Type, byType)).OfType<HandledEventModel>());
    }

    private static HandledEventModel? Read(INamedTypeSymbol type, ILookup<ISymbol, HandlerFinding> byType)
    {
        var handlers = EventTypeFacts.HandledAs(type).SelectMany(handled => byType[handled]).Select(static handler => Reference(handler.Model)).OfType<HandlerReference>().Distinct().ToList();
        if (handlers.Count == 0)
        {
            return null;
        }

        var comments = Comments(type).ToList();
        return comments.Count == 0 && IsVisible(type)
            ? null
            : new HandledEventModel
            {
                Namespace = Nestings.Namespace(type.ContainingNamespace),
                Declarations = new EquatableArray<string>(Nestings.Declarations(type)),
                Handlers = new EquatableArray<HandlerReference>(handlers),
                HasRemarks = comments.Exists(static comment => comment.ToString() is var text && (text.Contains("<remarks") || text.Contains("<inheritdoc"))),
            };
    }

    /// <summary>A constructed type has no reference of its own in documentation.</summary>
    private static HandlerReference? Reference(HandlerModel handler)
    {
        var call = handler.Sync ?? handler.Async;
        var last = LastPart(handler.Name);
        var isClass = handler.HandlerType is { } type
            && (type.EndsWith("." + last, StringComparison.Ordinal) || type.EndsWith("::" + last, StringComparison.Ordinal));
        return (handler.HandlerType ?? call?.Receiver) is { } declaring && declaring.IndexOf('<') < 0
            ? new HandlerReference(declaring, isClass ? null : call?.Method)
            : null;
    }

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static IEnumerable<DocumentationCommentTriviaSyntax> Comments(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .SelectMany(static reference => reference.GetSyntax().GetLeadingTrivia())
        .Select(static trivia => trivia.GetStructure())
        .OfType<DocumentationCommentTriviaSyntax>();

    private static bool IsVisible(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
