using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>An event in the life of one strategy: a handler of this interface receives them all.</summary>
public interface IStrategyEvent : IDomainEvent
{
    string StrategyId { get; }

    DateOnly Date { get; }
}
