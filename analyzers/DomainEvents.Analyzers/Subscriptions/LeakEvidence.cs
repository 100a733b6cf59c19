using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Why a handler that is never detached is taken for a leak.</summary>
internal enum LeakEvidence
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The event lives as long as the program.</summary>
    Static,

    /// <summary>The publisher is injected, and the subscriber is known to end before it.</summary>
    ShortLived,

    /// <summary>The same, where both end with one scope: a circuit, a request.</summary>
    SameScope,

    /// <summary>The code attaches the handler each time it runs.</summary>
    Repeated,

    /// <summary>The subscriber is disposable, and its publisher is another's.</summary>
    Disposable,
}

/// <summary>Looks for evidence that a publisher outlives its subscriber.</summary>
internal static class LeakEvidenceFinder
{
    private static readonly HashSet<string> s_components = new(StringComparer.Ordinal) { "ComponentBase" };

    private static readonly HashSet<string> s_views = new(StringComparer.Ordinal)
    {
        "Activity", "ContentPage", "ContentView", "Form", "Fragment", "Page", "UserControl", "View", "Window",
    };

    // What a view is given of these belongs to it as a rule, and ends with it.
    private static readonly string[] s_companions = ["ViewModel", "Model", "Presenter", "VM", "View", "Control", "Window", "Page", "Element", "Button", "Menu", "Panel"];

    public static LeakEvidence Find(EventSource source, INamedTypeSymbol subscriber, KnownSymbols symbols) => source.Kind switch
    {
        EventSourceKind.Static => LeakEvidence.Static,
        EventSourceKind.Injected => OfInjected(source.Type, subscriber, symbols),
        _ => LeakEvidence.None,
    };

    private static LeakEvidence OfInjected(ITypeSymbol? publisher, INamedTypeSymbol subscriber, KnownSymbols symbols)
    {
        var (its, own) = (symbols.Registrations.Of(publisher), symbols.Registrations.Of(subscriber));
        if (publisher is null || IsPartOf(subscriber, publisher) || its == ServiceLifetimes.Transient || (its == ServiceLifetimes.Scoped && own is ServiceLifetimes.Scoped or ServiceLifetimes.Transient))
        {
            return LeakEvidence.None;
        }

        if (Lifetimes.IsNamed(subscriber, s_components))
        {
            return its == ServiceLifetimes.Scoped && !IsInBrowser(symbols.Compilation) ? LeakEvidence.SameScope : LeakEvidence.ShortLived;
        }

        if (Lifetimes.IsNamed(subscriber.BaseType, s_views))
        {
            return s_companions.Any(suffix => publisher.Name.EndsWith(suffix, StringComparison.Ordinal)) ? LeakEvidence.None : LeakEvidence.ShortLived;
        }

        if (its == ServiceLifetimes.Singleton && own is not ServiceLifetimes.None && (own & ServiceLifetimes.Singleton) == 0)
        {
            return LeakEvidence.ShortLived;
        }

        return IsDisposable(subscriber, symbols) && (own is not ServiceLifetimes.None || !symbols.Flow.NamesOfKinds(subscriber).Any(kind => IsKnownToLiveAsLong(kind, symbols)))
            ? LeakEvidence.Disposable
            : LeakEvidence.None;
    }

    /// <summary>Who makes an object by hand chooses its publisher too, and is read as knowing how long both live; one of a singleton ends with the program.</summary>
    private static bool IsKnownToLiveAsLong(string type, KnownSymbols symbols) =>
        symbols.Flow.IsMade(type) || symbols.Registrations.HasSingleton(type);

    /// <summary>Whether the subscriber is named after its publisher, as a view of it or a part of it is: the two are made and end together.</summary>
    private static bool IsPartOf(INamedTypeSymbol subscriber, ITypeSymbol publisher)
    {
        var name = publisher.TypeKind == TypeKind.Interface && publisher.Name.Length > 1 ? publisher.Name.Substring(1) : publisher.Name;
        return name.Length > 0 && subscriber.Name.Length > name.Length && subscriber.Name.StartsWith(name, StringComparison.Ordinal);
    }

    private static bool IsDisposable(INamedTypeSymbol type, KnownSymbols symbols) =>
        KnownSymbols.Is(type, symbols.Type("System.IDisposable")) || KnownSymbols.Is(type, symbols.Type("System.IAsyncDisposable"));

    private static bool IsInBrowser(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == "Microsoft.AspNetCore.Components.WebAssembly");
}
