using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Composition;

/// <summary>
/// Puts the handlers of an event in order, as the runtime does: by order; then exact, base types from the nearest on, interfaces; then
/// assembly and full name.
/// </summary>
/// <remarks>
/// A pipeline is used only where the runtime finds the same rows in the same order. So what cannot be known here, such as members that
/// another generator adds, costs speed and never a handler.
/// </remarks>
internal sealed class PipelineComposer
{
    private const int InterfaceTier = int.MaxValue;

    private readonly Dictionary<ISymbol, List<Step>> _rows = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _eventInterface;
    private readonly INamedTypeSymbol? _eventBase;

    public PipelineComposer(IAssemblySymbol runtime, IEnumerable<KnownModule> modules)
    {
        _eventInterface = runtime.GetTypeByMetadataName("DomainEvents.IDomainEvent");
        _eventBase = runtime.GetTypeByMetadataName("DomainEvents.DomainEvent");
        foreach (var module in modules)
        {
            foreach (var row in module.Rows)
            {
                if (!_rows.TryGetValue(row.HandledType, out var steps))
                {
                    _rows.Add(row.HandledType, steps = []);
                }

                steps.Add(new Step(module, row, 0));
            }
        }
    }

    /// <summary>The pipeline, or <see langword="null"/> where the event has no handlers or is the runtime's to compose.</summary>
    public PipelineModel? Compose(INamedTypeSymbol domainEvent)
    {
        var steps = new List<Step>();
        var distance = 0;
        var hasEventBase = false;
        INamedTypeSymbol? last = null;
        for (INamedTypeSymbol? type = domainEvent; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            Add(type, distance++, steps);
            hasEventBase |= RuntimeTypes.IsDomainEventBase(type);
            last = type;
        }

        // The base that the typing path gives to a marked class without one is not to be seen here yet.
        if (!hasEventBase && _eventBase is not null && last is { IsRecord: false } && EventTypeFacts.IsMarked(last))
        {
            Add(_eventBase, distance, steps);
        }

        var hasInterface = false;
        foreach (var type in domainEvent.AllInterfaces)
        {
            if (Reach.Of(type) is not { Exists: true, Inside: null })
            {
                // Its handlers are nested privately somewhere and not described to other assemblies.
                return null;
            }

            Add(type, InterfaceTier, steps);
            hasInterface |= RuntimeTypes.IsDomainEventInterface(type);
        }

        if (!hasInterface && _eventInterface is not null)
        {
            Add(_eventInterface, InterfaceTier, steps);
        }

        if (steps.Count == 0 || steps.Any(step => (step.Row.Traits & HandlerTraits.Direct) == 0))
        {
            return null;
        }

        steps.Sort(Compare);
        return new PipelineModel(
            TypeNames.Qualified(domainEvent),
            new EquatableArray<StepModel>(steps.Select(s => new StepModel(s.Module.QualifiedName, s.Module.Index, s.Row.Number, s.Row.Traits))));
    }

    private void Add(INamedTypeSymbol handledType, int tier, List<Step> steps)
    {
        if (_rows.TryGetValue(handledType, out var rows))
        {
            foreach (var row in rows)
            {
                steps.Add(row with { Tier = tier });
            }
        }
    }

    private static int Compare(Step left, Step right)
    {
        var result = left.Row.Order.CompareTo(right.Row.Order);
        result = result != 0 ? result : left.Tier.CompareTo(right.Tier);
        result = result != 0 ? result : string.CompareOrdinal(left.Module.AssemblyName, right.Module.AssemblyName);
        result = result != 0 ? result : string.CompareOrdinal(left.Row.Name, right.Row.Name);
        return result != 0 ? result : left.Row.Number.CompareTo(right.Row.Number);
    }

    private readonly record struct Step(KnownModule Module, KnownRow Row, int Tier);
}
