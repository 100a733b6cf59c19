using System.Collections.Concurrent;
using DomainEvents.Observation;

namespace DomainEvents.Tests.Observation;

/// <summary>Writes down what it is told, one line each, and keeps the observations.</summary>
internal sealed class RecordingObserver : PublishObserver
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<PublishObservation> _publishes = new();
    private readonly ConcurrentQueue<HandlerObservation> _handlers = new();
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _settlements;

    public string[] Lines => [.. _lines];

    public PublishObservation[] Publishes => [.. _publishes];

    public HandlerObservation[] Handlers => [.. _handlers];

    /// <summary>Completes when the number of publishes given have settled.</summary>
    public int AwaitedSettlements { get; init; } = 1;

    public Task Settled => _settled.Task;

    public override void OnPublishStarted(PublishObservation publish)
    {
        _publishes.Enqueue(publish);
        _lines.Enqueue($"{publish.EventType} begins{(publish.Cause is { } cause ? " in " + cause.HandlerName : string.Empty)}");
    }

    public override void OnHandlerStarted(HandlerObservation handler)
    {
        _handlers.Enqueue(handler);
        _lines.Enqueue($"  {handler.Name} begins{(handler.IsAsync ? " async" : string.Empty)}{(handler.IsBackground ? " in background" : string.Empty)}");
    }

    public override void OnHandlerEnded(HandlerObservation handler) => _lines.Enqueue($"  {handler.Name} {Outcome(handler.Exception)}");

    public override void OnPublishEnded(PublishObservation publish) => _lines.Enqueue($"{publish.EventType} {Outcome(publish.Exception)}");

    public override void OnSettled(PublishObservation publish)
    {
        _lines.Enqueue($"{publish.EventType} settled");
        if (Interlocked.Increment(ref _settlements) == AwaitedSettlements)
        {
            _settled.TrySetResult();
        }
    }

    private static string Outcome(Exception? exception) => exception is null ? "done" : "failed: " + exception.GetType().Name;
}
