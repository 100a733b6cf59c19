using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>Finds the types from whose inside private events and handlers are registered.</summary>
internal static class NestingReader
{
    public static Nestings Read(IEnumerable<EventFinding> events, IEnumerable<HandlerFinding> handlers)
    {
        var accepted = new Dictionary<ISymbol, INamedTypeSymbol?>(SymbolEqualityComparer.Default);
        foreach (var inside in events.Select(e => e.Inside).Concat(handlers.Select(h => h.Inside)))
        {
            if (inside is not null && CanHold(inside))
            {
                Add(inside, accepted);
            }
        }

        return new Nestings(accepted);
    }

    /// <summary>A nesting that is private itself is called by the one around it.</summary>
    private static void Add(INamedTypeSymbol type, Dictionary<ISymbol, INamedTypeSymbol?> accepted)
    {
        for (INamedTypeSymbol? current = type; current is not null && !accepted.ContainsKey(current);)
        {
            var caller = Reach.Of(current).Inside;
            accepted.Add(current, caller);
            current = caller;
        }
    }

    /// <summary>Whether a part of the type can be generated. Where it cannot, an analyzer asks for <c>partial</c>.</summary>
    private static bool CanHold(INamedTypeSymbol type)
    {
        if (!Reach.Of(type).Exists || !EventTypeFacts.IsClosed(type))
        {
            return false;
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not TypeDeclarationSyntax declaration
                || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Types with private events or handlers, each with the type whose part calls its part.</summary>
internal sealed class Nestings(Dictionary<ISymbol, INamedTypeSymbol?> accepted)
{
    /// <summary>Whether what must be registered inside the type can be.</summary>
    public bool Accepts(INamedTypeSymbol? inside) => inside is null || accepted.ContainsKey(inside);

    public EquatableArray<NestingModel> ToModels(IReadOnlyList<EventFinding> events, IReadOnlyList<HandlerFinding> handlers)
    {
        var eventsInside = events.ToLookup(e => e.Inside, SymbolEqualityComparer.Default);
        var handlersInside = handlers.ToLookup(h => h.Inside, h => h.Model, SymbolEqualityComparer.Default);
        var inner = accepted.Where(pair => pair.Value is not null).ToLookup(pair => pair.Value, pair => MemberOf(pair.Key), SymbolEqualityComparer.Default);
        return new EquatableArray<NestingModel>(accepted
            .Select(pair => new NestingModel
            {
                Namespace = Namespace(pair.Key.ContainingNamespace),
                Declarations = new EquatableArray<string>(Declarations((INamedTypeSymbol)pair.Key)),
                Type = TypeNames.Qualified((ITypeSymbol)pair.Key),
                MemberName = DispatchNames.Nesting(TypeNames.Qualified((ITypeSymbol)pair.Key)),
                IsOutermost = pair.Value is null,
                Events = new EquatableArray<string>(eventsInside[pair.Key].Select(e => e.QualifiedName)),
                DurableEvents = new EquatableArray<string>(eventsInside[pair.Key].Where(e => e.IsDurable).Select(e => e.QualifiedName)),
                Serializers = new EquatableArray<string>(eventsInside[pair.Key].Where(e => e.Serializer is not null).Select(e => e.Serializer!.QualifiedName)),
                Handlers = new EquatableArray<HandlerModel>(handlersInside[pair.Key]),
                Inner = new EquatableArray<string>(inner[pair.Key].OrderBy(member => member, StringComparer.Ordinal)),
            })
            .OrderBy(model => model.Type, StringComparer.Ordinal));
    }

    private static string MemberOf(ISymbol type)
    {
        var name = TypeNames.Qualified((ITypeSymbol)type);
        return name + "." + DispatchNames.Nesting(name);
    }

    public static string Namespace(INamespaceSymbol space) =>
        space.IsGlobalNamespace ? "" : string.Join(".", Segments(space).Reverse().Select(CSharpIdentifier.EscapeType));

    private static IEnumerable<string> Segments(INamespaceSymbol space)
    {
        for (var current = space; !current.IsGlobalNamespace; current = current.ContainingNamespace)
        {
            yield return current.Name;
        }
    }

    public static IEnumerable<string> Declarations(INamedTypeSymbol type)
    {
        var chain = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var keyword = (current.TypeKind, current.IsRecord) switch
            {
                (TypeKind.Interface, _) => "interface",
                (TypeKind.Struct, true) => "record struct",
                (TypeKind.Struct, false) => "struct",
                (_, true) => "record",
                _ => "class",
            };
            chain.Add($"partial {keyword} {CSharpIdentifier.EscapeType(current.Name)}");
        }

        chain.Reverse();
        return chain;
    }
}
