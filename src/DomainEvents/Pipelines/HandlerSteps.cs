namespace DomainEvents.Pipelines;

/// <summary>The handlers of one publish, numbered in the order in which they run.</summary>
internal readonly struct HandlerSteps(BoundHandler[] handlers)
{
    public int Count => handlers.Length;

    public void Invoke(int step, IDomainEvent domainEvent, IServiceProvider? services) => handlers[step].Invoke(domainEvent, services);

    public ValueTask InvokeAsync(int step, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
        handlers[step].InvokeAsync(domainEvent, services, cancellationToken);

    public bool CanRunSync(int step) => handlers[step].Sync is not null;

    public string NameOf(int step) => handlers[step].Name;

    public HandlerErrorPolicy PolicyOf(int step) => handlers[step].OnError;
}
