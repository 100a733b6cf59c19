using DomainEvents.CompilerServices;

namespace DomainEvents.Serialization;

/// <summary>The serializers of a set of modules, by class and by identity. Immutable.</summary>
internal sealed class SerializerIndex
{
    private readonly Dictionary<Type, EventSerializer> _byClass = [];
    private readonly Dictionary<(string EventType, int Version), EventSerializer> _byIdentity = [];

    private readonly Dictionary<Type, bool> _durable = [];

    private readonly HandlerTable _table;
    private readonly HandlerModule[] _announced;

    /// <param name="table">The table.</param>
    /// <param name="announced">Modules beside the table's.</param>
    public SerializerIndex(HandlerTable table, HandlerModule[] announced)
    {
        _table = table;
        _announced = announced;

        // Two events of one identity: an analyzer says so. The first by assembly and class is taken, in every process the same.
        foreach (var serializer in table.Modules.Union(announced)
            .OrderBy(static module => module.AssemblyName, StringComparer.Ordinal)
            .SelectMany(static module => module.Serializers.OrderBy(static serializer => serializer.EventClass.FullName, StringComparer.Ordinal)))
        {
            _byClass.TryAdd(serializer.EventClass, serializer);
            _byIdentity.TryAdd((serializer.EventType, serializer.Version), serializer);
        }

        foreach (var module in table.Modules.Union(announced))
        {
            foreach (var domainEvent in module.Events)
            {
                _durable[domainEvent] = false;
            }

            foreach (var domainEvent in module.DurableEvents)
            {
                _durable[domainEvent] = true;
            }
        }
    }

    /// <summary>Whether the index is of these. Both are replaced, never changed.</summary>
    public bool IsOf(HandlerTable table, HandlerModule[] announced) =>
        table == _table && (announced == _announced || (announced.Length == 0 && _announced.Length == 0));

    public EventSerializer? Find(string eventType, int version) => _byIdentity.GetValueOrDefault((eventType, version));

    /// <summary>Whether the class, or its nearest marked base, is durable.</summary>
    public bool IsDurable(Type eventClass)
    {
        for (var type = eventClass; type is not null; type = type.BaseType)
        {
            if (_durable.TryGetValue(type, out var isDurable))
            {
                return isDurable;
            }
        }

        return false;
    }

    /// <summary>An unmarked subclass is written as its nearest marked base, as which it is dispatched too.</summary>
    public EventSerializer? Find(Type eventClass)
    {
        for (var type = eventClass; type is not null; type = type.BaseType)
        {
            if (_byClass.TryGetValue(type, out var serializer))
            {
                return serializer;
            }
        }

        return null;
    }
}
