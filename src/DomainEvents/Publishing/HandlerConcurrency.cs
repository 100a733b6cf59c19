namespace DomainEvents;

/// <summary>How the asynchronous handlers of one event run.</summary>
public enum HandlerConcurrency
{
    /// <summary>One after the other.</summary>
    Sequential = 0,

    /// <summary>Started in order, awaited together.</summary>
    Concurrent = 1,
}
