using System.Data;

namespace DomainEvents.Persistence;

/// <summary>What a unit of work works with. Read when it begins.</summary>
public sealed class UnitOfWorkOptions
{
    /// <summary>Where durable events go. The default is none: raising a durable event is an error then.</summary>
    public OutboxWriter? Outbox { get; set; }

    /// <summary>The scope that handlers come from. The default is none: a scope is opened for each event that needs one.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>How far the transaction is isolated from others. The default is what the database's provider takes.</summary>
    public IsolationLevel IsolationLevel { get; set; } = IsolationLevel.Unspecified;

    /// <summary>What <see cref="DomainEventAttribute.Durable"/> says.</summary>
    internal Func<IDomainEvent, bool> IsDurable { get; set; } = static domainEvent => DomainEventSerializer.Default.IsDurable(domainEvent.GetType());
}
