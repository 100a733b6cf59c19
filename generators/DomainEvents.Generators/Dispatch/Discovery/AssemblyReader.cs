using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Dispatch.Serialization;
using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>Finds the events and handlers of a compilation's own assembly.</summary>
internal static class AssemblyReader
{
    /// <summary>Asks the assembly about each candidate.</summary>
    /// <param name="assembly">The compilation's assembly.</param>
    /// <param name="candidates">Distinct and sorted.</param>
    /// <param name="forbidden">What must not be mentioned.</param>
    /// <param name="serializers">Works out how events become JSON; <see langword="null"/> where none is written.</param>
    /// <param name="cancellationToken">Checked once a type.</param>
    public static AssemblyFindings Read(
        IAssemblySymbol assembly, EquatableArray<Candidate> candidates, ForbiddenTypes forbidden, SerializerReader? serializers, CancellationToken cancellationToken)
    {
        var events = new List<EventFinding>();
        var handlers = new List<HandlerFinding>();
        foreach (var candidate in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (assembly.GetTypeByMetadataName(candidate.MetadataName) is not { } type || forbidden.Include(type))
            {
                continue;
            }

            if ((candidate.Traits & CandidateTraits.HasAttributes) != 0)
            {
                ReadEvent(type, serializers, events);
            }

            if ((candidate.Traits & CandidateTraits.HasBases) != 0)
            {
                HandlerClassReader.Read(type, forbidden, handlers);
            }

            if ((candidate.Traits & CandidateTraits.HasMarkedMethods) != 0)
            {
                HandlerMethodReader.Read(type, forbidden, handlers);
            }
        }

        var nestings = NestingReader.Read(events, handlers);
        return new AssemblyFindings(
            assembly,
            [.. events.Where(e => nestings.Accepts(e.Inside)).OrderBy(e => e.QualifiedName, StringComparer.Ordinal)],
            [.. handlers.Where(h => nestings.Accepts(h.Inside)).OrderBy(h => h.Model.Name, StringComparer.Ordinal).ThenBy(h => h.SortKey, StringComparer.Ordinal)],
            nestings);
    }

    private static void ReadEvent(INamedTypeSymbol type, SerializerReader? serializers, List<EventFinding> events)
    {
        if (EventTypeFacts.IsConcrete(type) && EventTypeFacts.FindMark(type) is { } mark && Reach.Of(type) is { Exists: true } reach)
        {
            events.Add(new EventFinding(type, TypeNames.Qualified(type), reach.Inside, serializers?.Read(type), EventTypeFacts.IsDurable(mark)));
        }
    }
}

/// <summary>What an assembly holds, in the order of its module.</summary>
internal sealed record AssemblyFindings(
    IAssemblySymbol Assembly, IReadOnlyList<EventFinding> Events, IReadOnlyList<HandlerFinding> Handlers, Nestings Nestings)
{
    /// <summary>Events that the module names itself.</summary>
    public IEnumerable<EventFinding> ReachableEvents => Events.Where(e => e.Inside is null);

    /// <summary>Handlers that the module names itself: a row's number is its place here.</summary>
    public IEnumerable<HandlerFinding> ReachableHandlers => Handlers.Where(h => h.Inside is null);

    /// <summary>The module, or <see langword="null"/> where there is nothing to describe.</summary>
    public ModuleModel? ToModule() => Events.Count + Handlers.Count == 0
        ? null
        : new ModuleModel
        {
            AssemblyName = Assembly.Name,
            ClassName = DispatchNames.Module(Assembly.Name),
            Events = new EquatableArray<string>(ReachableEvents.Select(e => e.QualifiedName)),
            Handlers = new EquatableArray<HandlerModel>(ReachableHandlers.Select(h => h.Model)),
            DurableEvents = new EquatableArray<string>(ReachableEvents.Where(e => e.IsDurable).Select(e => e.QualifiedName)),
            Serializers = new EquatableArray<string>(ReachableEvents.Where(e => e.Serializer is not null).Select(e => e.Serializer!.QualifiedName)),
            Nestings = Nestings.ToModels(Events, Handlers),
        };

    /// <summary>The serializers of all events, wherever they are registered from.</summary>
    public EquatableArray<SerializerModel> ToSerializers() => new(Events.Where(e => e.Serializer is not null).Select(e => e.Serializer!));
}
