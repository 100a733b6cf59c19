namespace DomainEvents.Pipelines;

/// <summary>One handler, ready to be called: a thunk with the instance it takes.</summary>
/// <param name="Name">The name for errors.</param>
/// <param name="Instance">The handler, or <see langword="null"/> where the thunk needs none or resolves it for each call.</param>
/// <param name="Sync">The synchronous call, or <see langword="null"/>.</param>
/// <param name="Async">The asynchronous call, or <see langword="null"/>. At least one of the two is there.</param>
/// <param name="OnError">What becomes of an exception.</param>
internal readonly record struct BoundHandler(
    string Name,
    object? Instance,
    Action<object?, IDomainEvent, IServiceProvider?>? Sync,
    Func<object?, IDomainEvent, IServiceProvider?, CancellationToken, ValueTask>? Async,
    HandlerErrorPolicy OnError)
{
    /// <summary>When a raised event reaches the handler.</summary>
    public HandlerPhase Phase { get; init; }

    /// <summary>The only class of events that reach the handler, where the slot has others too; otherwise <see langword="null"/>.</summary>
    public Type? OnlyFor { get; init; }

    /// <summary>To whom events are handed over, if the handler runs off the caller's path; otherwise <see langword="null"/>.</summary>
    public IHandOver? HandOver { get; init; }

    /// <summary>Whether a synchronous publish of the event has to be refused.</summary>
    public bool IsAsyncOnlyFor(IDomainEvent domainEvent) => Sync is null && OnlyFor?.IsInstanceOfType(domainEvent) != false;

    /// <summary>Calls the handler. An asynchronous one only comes here with events that do not concern it.</summary>
    public void Invoke(IDomainEvent domainEvent, IServiceProvider? services) => Sync?.Invoke(Instance, domainEvent, services);

    public ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        if (Async is { } call)
        {
            return call(Instance, domainEvent, services, cancellationToken);
        }

        Sync!(Instance, domainEvent, services);
        return default;
    }
}
