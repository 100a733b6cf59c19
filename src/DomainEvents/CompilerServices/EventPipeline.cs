using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>What a publisher does with the events of one type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EventPipeline
{
    /// <summary>Runs the handlers. The caller has checked the arguments and counts the depth.</summary>
    public abstract void Invoke(IDomainEvent domainEvent, IServiceProvider? services);

    /// <summary>Runs the handlers asynchronously.</summary>
    public abstract ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken);
}
