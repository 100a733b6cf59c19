using DomainEvents.Observation;

namespace DomainEvents.Tracing;

/// <summary>A call of a handler in the memory of a tracer.</summary>
internal sealed class TracedHandler(HandlerObservation handler)
{
    public int Number { get; } = handler.Number;

    public TimeSpan? Duration { get; set; }

    public Exception? Exception { get; set; }

    public List<TracedPublish> Published { get; } = [];

    private string Name { get; } = handler.Name;

    private bool IsAsync { get; } = handler.IsAsync;

    private bool IsBackground { get; } = handler.IsBackground;

    private DateTimeOffset StartedAt { get; } = handler.StartedAt;

    public HandlerTrace ToTrace(Dictionary<TracedPublish, EventTrace> published) => new()
    {
        Name = Name,
        IsAsync = IsAsync,
        IsBackground = IsBackground,
        StartedAt = StartedAt,
        Duration = Duration,
        Exception = Exception,
        Published = [.. Published.Select(publish => published[publish])],
    };
}
