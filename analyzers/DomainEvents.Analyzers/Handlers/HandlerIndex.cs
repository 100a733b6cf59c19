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
    private readonly ILookup<ISymbol, (int Place, KnownHandler Handler)> _byType = Handlers
        .Select(static (handler, place) => (Place: place, Handler: handler))
        .ToLookup(static entry => (ISymbol)entry.Handler.HandledType, SymbolEqualityComparer.Default);

    /// <summary>The handlers of an event, of its bases and interfaces, in the order of all handlers.</summary>
    public IEnumerable<KnownHandler> HandlersOf(INamedTypeSymbol domainEvent) => EventTypeFacts.HandledAs(domainEvent)
        .SelectMany(type => _byType[type])
        .OrderBy(static entry => entry.Place)
        .Select(static entry => entry.Handler);

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
