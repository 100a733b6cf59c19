using DomainEvents.CompilerServices;

namespace DomainEvents.Binding;

/// <summary>What the modules of a table describe, arranged so that the handlers of an event are found without a walk over all of them.</summary>
internal sealed class HandlerIndex
{
    private readonly HashSet<Type> _events = [];
    private readonly Dictionary<Type, List<HandlerRow>> _byClass = [];
    private readonly Dictionary<Type, List<HandlerRow>> _byInterface = [];
    private readonly Dictionary<Type, List<(PipelineSource Source, PipelineDescriptor Pipeline)>> _pipelines = [];
    private readonly List<Type> _unmarkedClasses;

    public HandlerIndex(HandlerModule[] modules, PipelineSource[] pipelines)
    {
        foreach (var module in modules)
        {
            _events.UnionWith(module.Events);
            for (var i = 0; i < module.Handlers.Length; i++)
            {
                var handled = module.Handlers[i].HandledType;
                AddTo(handled.IsInterface ? _byInterface : _byClass, handled, new HandlerRow(module, i, module.Handlers[i]));
            }
        }

        foreach (var source in pipelines)
        {
            foreach (var pipeline in source.Read())
            {
                AddTo(_pipelines, pipeline.EventType, (source, pipeline));
            }
        }

        _unmarkedClasses = [.. _byClass.Keys.Where(type => !_events.Contains(type))];
    }

    /// <summary>Every handler of the table, in no order.</summary>
    public IEnumerable<HandlerRow> Rows => _byClass.Values.Concat(_byInterface.Values).SelectMany(rows => rows);

    /// <summary>
    /// The type by which an event is dispatched: the nearest base that is marked as an event, itself included; itself if none is.
    /// </summary>
    public Type DispatchTypeOf(Type eventType)
    {
        for (var type = eventType; type is not null; type = type.BaseType)
        {
            if (_events.Contains(type) || EventTypeIndex.IsRegistered(type))
            {
                return type;
            }
        }

        return eventType;
    }

    /// <summary>The handlers of the events that are dispatched by a type, in the order in which they run.</summary>
    public HandlerRow[] HandlersOf(Type dispatchType)
    {
        var found = new List<(HandlerRow Row, int Distance)>();
        var distance = 0;
        for (var type = dispatchType; type is not null; type = type.BaseType)
        {
            Find(_byClass, type, distance++);
        }

        foreach (var type in _byInterface.Keys)
        {
            if (type.IsAssignableFrom(dispatchType))
            {
                Find(_byInterface, type, HandlerOrder.InterfaceDistance);
            }
        }

        foreach (var type in _unmarkedClasses)
        {
            // A handler of an unmarked subclass: its events come through its marked base's slot.
            if (type.IsSubclassOf(dispatchType) && DispatchTypeOf(type) == dispatchType)
            {
                Find(_byClass, type, HandlerOrder.DistanceToBase(dispatchType, type));
            }
        }

        found.Sort(HandlerOrder.Compare);
        return [.. found.Select(handler => handler.Row)];

        void Find(Dictionary<Type, List<HandlerRow>> rows, Type handled, int distance)
        {
            if (rows.TryGetValue(handled, out var matches))
            {
                found.AddRange(matches.Select(row => (row, distance)));
            }
        }
    }

    /// <summary>The pipeline that a root wrote for exactly these handlers, or <see langword="null"/>.</summary>
    public PipelineDescriptor? PipelineOf(Type dispatchType, ReadOnlySpan<HandlerRow> handlers)
    {
        foreach (var (source, pipeline) in _pipelines.GetValueOrDefault(dispatchType) ?? [])
        {
            if (source.Describes(pipeline, handlers))
            {
                return pipeline;
            }
        }

        return null;
    }

    private static void AddTo<T>(Dictionary<Type, List<T>> lists, Type type, T item)
    {
        if (!lists.TryGetValue(type, out var list))
        {
            lists.Add(type, list = []);
        }

        list.Add(item);
    }
}
