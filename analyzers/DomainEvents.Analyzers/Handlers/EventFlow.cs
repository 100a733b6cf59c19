using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>
/// Who raises and who listens, over a whole composition root, by name. A name that two types share says nothing, and then nothing is
/// claimed.
/// </summary>
internal sealed class EventFlow
{
    private readonly KnownSymbols _symbols;
    private readonly Lazy<AllMentions> _mentions;
    private readonly Lazy<ILookup<string, (string Member, Location Place)>> _raisers;
    private readonly Lazy<SyntaxNode?> _registration;

    public EventFlow(KnownSymbols symbols)
    {
        _symbols = symbols;
        _mentions = new(() => new AllMentions(Trees(symbols.Compilation)));
        _raisers = new(() => Trees(symbols.Compilation)
            .SelectMany(static tree => EventRaisers.Of(tree, default).All)
            .ToLookup(static raiser => raiser.Type, static raiser => (raiser.Member, raiser.Place), StringComparer.Ordinal));
        _registration = new(FindRegistration);
    }

    /// <summary>The one place at which to say what concerns other assemblies: the registration, or the publisher where there is none.</summary>
    public SyntaxNode? Registration => _registration.Value;

    /// <summary>Whether the event is one that must be raised and handled in this code base: concrete, closed, not external.</summary>
    public static bool IsExpectedToFlow(INamedTypeSymbol domainEvent) =>
        domainEvent is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, IsGenericType: false }
        && RuntimeSymbols.FindEventAttribute(domainEvent) is { } attribute
        && !attribute.NamedArguments.Any(static argument => argument is { Key: "External", Value.Value: true });

    /// <summary>Whether the event is made somewhere that can be seen, and nobody listens to it in any way.</summary>
    public bool IsRaisedUnheard(INamedTypeSymbol domainEvent) =>
        IsExpectedToFlow(domainEvent)
        && !_symbols.Handlers.HandlersOf(domainEvent).Any()
        && _mentions.Value is { SubscribesToAll: false } mentions
        && mentions.Created.Contains(domainEvent.Name)
        && !OwnNames(domainEvent).Any(name => mentions.Heard.Contains(name) || mentions.Typed.Contains(name))
        && !BaseNames(domainEvent).Any(mentions.Heard.Contains)
        && IsOnlyOneOfItsName(domainEvent);

    /// <summary>Whether nothing but handlers ever mentions the event, so that nothing can raise it.</summary>
    public bool IsNeverRaised(INamedTypeSymbol domainEvent) =>
        IsExpectedToFlow(domainEvent)
        && !IsMentioned(domainEvent)
        && IsOnlyOneOfItsName(domainEvent);

    /// <summary>The members that create objects of the event's name, in the order of the files.</summary>
    public IEnumerable<(string Member, Location Place)> RaisersOf(INamedTypeSymbol domainEvent) => _raisers.Value[domainEvent.Name];

    /// <summary>Whether any file mentions a type beyond its declaration and the signatures of handlers.</summary>
    public bool IsMentioned(INamedTypeSymbol type) => _mentions.Value.Elsewhere.Contains(type.Name);

    /// <summary>Whether any file makes an object of a name by hand.</summary>
    public bool IsMade(string type) => _mentions.Value.Created.Contains(type);

    /// <summary>A type's name and those of the types that derive from it, as far as the files say so.</summary>
    public IReadOnlyCollection<string> NamesOfKinds(INamedTypeSymbol type)
    {
        var kinds = new List<string> { type.Name };
        var seen = new HashSet<string>(kinds, StringComparer.Ordinal);
        for (var i = 0; i < kinds.Count; i++)
        {
            kinds.AddRange(_mentions.Value.Derived[kinds[i]].Where(seen.Add));
        }

        return kinds;
    }

    /// <summary>The files of the compilation and, in an editor, of the projects that it references.</summary>
    private static IEnumerable<SyntaxTree> Trees(Compilation compilation) => compilation.SyntaxTrees
        .Concat(compilation.References.OfType<CompilationReference>().SelectMany(static reference => reference.Compilation.SyntaxTrees))
        .Where(static tree => !IsGenerated(tree));

    // Our own output names every event.
    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>The event's name and its constant's.</summary>
    private static IEnumerable<string> OwnNames(INamedTypeSymbol domainEvent) => [domainEvent.Name, EventNames.Infer(domainEvent).ConstantName];

    /// <summary>The names of the bases and interfaces under which the event may be listened to.</summary>
    private static IEnumerable<string> BaseNames(INamedTypeSymbol domainEvent)
    {
        for (var type = domainEvent.BaseType; type is { SpecialType: SpecialType.None } && !RuntimeSymbols.IsDomainEventBase(type); type = type.BaseType)
        {
            yield return type.Name;
        }

        foreach (var type in domainEvent.AllInterfaces)
        {
            if (RuntimeSymbols.FindDomainEventInterface(type) is not null)
            {
                yield return type.Name;
            }
        }
    }

    private SyntaxNode? FindRegistration()
    {
        var own = _symbols.Compilation.SyntaxTrees.Select(static tree => TreeMentions.Of(tree, default)).ToList();
        return (SyntaxNode?)own.Select(static tree => tree.Registration).FirstOrDefault(static call => call is not null)
            ?? own.Select(static tree => tree.PublisherCreation).FirstOrDefault(static creation => creation is not null);
    }

    private bool IsOnlyOneOfItsName(INamedTypeSymbol type) =>
        Parts(type) >= _mentions.Value.Declarations(type.Name)
        && !_symbols.Compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly =>
            !SymbolEqualityComparer.Default.Equals(assembly, type.ContainingAssembly)
            && assembly is not ISourceAssemblySymbol
            && assembly.TypeNames.Contains(type.Name));

    private static int Parts(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Count(static part => !IsGenerated(part.SyntaxTree));

    /// <summary>The mentions of all files together.</summary>
    private sealed class AllMentions
    {
        private readonly Dictionary<string, int> _declarations = new(StringComparer.Ordinal);

        public AllMentions(IEnumerable<SyntaxTree> trees)
        {
            var files = trees.Select(static tree => TreeMentions.Of(tree, default)).ToList();
            Derived = files.SelectMany(static file => file.Derived).ToLookup(static pair => pair.Base, static pair => pair.Type, StringComparer.Ordinal);
            foreach (var tree in files)
            {
                Created.UnionWith(tree.Created);
                Heard.UnionWith(tree.Watched);
                Heard.UnionWith(tree.Handled);
                Elsewhere.UnionWith(tree.Created);
                Elsewhere.UnionWith(tree.Watched);
                Elsewhere.UnionWith(tree.Typed);
                Typed.UnionWith(tree.Typed);
                Elsewhere.UnionWith(tree.Others);
                SubscribesToAll |= tree.SubscribesToAll;
                foreach (var name in tree.Declared)
                {
                    _declarations[name] = Declarations(name) + 1;
                }
            }
        }

        public HashSet<string> Created { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Heard { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Typed { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Elsewhere { get; } = new(StringComparer.Ordinal);

        public ILookup<string, string> Derived { get; }

        public bool SubscribesToAll { get; }

        public int Declarations(string name) => _declarations.TryGetValue(name, out var count) ? count : 0;
    }
}
