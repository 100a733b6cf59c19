using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Dispatch.Composition;
using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>The handlers and events of a compilation and its references, by the generator's own reading. Immutable.</summary>
/// <param name="Handlers">The handlers, those of this compilation first.</param>
/// <param name="ReferencedEvents">The events that the modules of references list: marked, concrete, closed, not nested privately.</param>
internal sealed record HandlerIndex(IReadOnlyList<KnownHandler> Handlers, IReadOnlyList<INamedTypeSymbol> ReferencedEvents)
{
    public IEnumerable<KnownHandler> HandlersOf(INamedTypeSymbol domainEvent) => Handlers.Where(handler => handler.Handles(domainEvent));

    public static HandlerIndex Read(Compilation compilation)
    {
        var forbidden = new ForbiddenTypes(compilation);
        var findings = new List<HandlerFinding>();
        foreach (var type in SymbolWalk.TypesOf(compilation.Assembly.GlobalNamespace))
        {
            if (type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface && !forbidden.Include(type))
            {
                HandlerClassReader.Read(type, forbidden, findings);
                HandlerMethodReader.Read(type, forbidden, findings);
            }
        }

        var handlers = findings
            .Select(static finding => new KnownHandler(
                finding.HandledType,
                finding.Model.Name,
                finding.Model is { Sync: null, Async: not null, Options.Background: false }))
            .OrderBy(static handler => handler.Name, StringComparer.Ordinal)
            .ToList();
        var events = new List<INamedTypeSymbol>();
        foreach (var module in ReferencedModules.Find(compilation, forbidden))
        {
            events.AddRange(module.Events);
            handlers.AddRange(module.Rows.Select(static row => new KnownHandler(row.HandledType, row.Name, NeedsTask(row.Traits))));
        }

        return new HandlerIndex(handlers, events);
    }

    /// <summary>A row without direct calls may be one that runs in the background.</summary>
    private static bool NeedsTask(HandlerTraits traits) =>
        (traits & (HandlerTraits.Sync | HandlerTraits.Async | HandlerTraits.Direct)) == (HandlerTraits.Async | HandlerTraits.Direct);
}
