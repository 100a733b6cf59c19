namespace DomainEvents.Pipelines;

/// <summary>Calls a handler of an unmarked subclass: the slot is that of the marked base, so the event's class has to be looked at.</summary>
internal sealed class SubclassCall
{
    private readonly BoundHandler _inner;
    private readonly Type _handledType;

    private SubclassCall(BoundHandler inner, Type handledType)
    {
        _inner = inner;
        _handledType = handledType;
    }

    public static BoundHandler Of(BoundHandler inner, Type handledType)
    {
        var call = new SubclassCall(inner, handledType);
        return inner with
        {
            Sync = inner.Sync is null ? null : call.Invoke,
            Async = inner.Async is null ? null : call.InvokeAsync,
            OnlyFor = handledType,
        };
    }

    private void Invoke(object? handler, IDomainEvent domainEvent, IServiceProvider? services)
    {
        if (_handledType.IsInstanceOfType(domainEvent))
        {
            _inner.Invoke(domainEvent, services);
        }
    }

    private ValueTask InvokeAsync(object? handler, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
        _handledType.IsInstanceOfType(domainEvent) ? _inner.InvokeAsync(domainEvent, services, cancellationToken) : default;
}
