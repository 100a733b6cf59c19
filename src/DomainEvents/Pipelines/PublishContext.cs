using DomainEvents.Background;
using DomainEvents.CompilerServices;
using DomainEvents.Diagnostics;
using DomainEvents.Observation;

namespace DomainEvents.Pipelines;

/// <summary>What the pipelines of a publisher share.</summary>
internal sealed class PublishContext(
    UnhandledErrors errors, DomainEventPublisherOptions options, IDomainEventHandlerFilter[] filters, PublishObservers observers)
{
    private readonly TimeProvider _timeProvider = options.TimeProvider;

    /// <summary>What stands around each call of a handler, from the outermost inward.</summary>
    public IDomainEventHandlerFilter[] Filters { get; } = filters;

    /// <summary>Gets the errors that no caller sees.</summary>
    public UnhandledErrors Errors { get; } = errors;

    /// <summary>Where background handlers wait and run.</summary>
    public BackgroundHandlers Background { get; } = new(errors);

    /// <summary>Whether asynchronous handlers are started in order and awaited together.</summary>
    public bool IsConcurrent { get; } = options.Concurrency == HandlerConcurrency.Concurrent;

    /// <summary>The container, or <see langword="null"/> without one.</summary>
    public HandlerServiceScopes? Scopes { get; } = options.Services;

    /// <summary>Opens a scope of the container.</summary>
    /// <exception cref="ObjectDisposedException">The container is disposed. Says what to do before that.</exception>
    public IDisposable OpenScope(out IServiceProvider services)
    {
        try
        {
            return Scopes!.Open(out services);
        }
        catch (ObjectDisposedException exception)
        {
            throw new ObjectDisposedException(
                "The handlers take services, and their container was disposed before their turn. A host waits for what is in the background " +
                $"before that; without one, await {nameof(BackgroundPublisher)}.{nameof(BackgroundPublisher.StopAsync)} and " +
                $"{nameof(DomainEventPublisher)}.{nameof(DomainEventPublisher.FinishBackgroundHandlersAsync)} first.",
                exception);
        }
    }

    /// <summary>Why no scope can be opened any more; <see langword="null"/> while the container is there.</summary>
    public ObjectDisposedException? FindContainerLost()
    {
        try
        {
            OpenScope(out _).Dispose();
            return null;
        }
        catch (ObjectDisposedException exception)
        {
            return exception;
        }
    }

    /// <summary>Begins a publish that the observers are told of; <see langword="null"/> if there are none.</summary>
    public PublishObservation? StartPublish(IDomainEvent domainEvent, HandlerPhase? phase)
    {
        var current = observers.Current;
        return current.Length == 0 ? null : PublishObservation.Start(current, domainEvent, phase, _timeProvider, Errors);
    }

    /// <summary>Disposes a scope. An error of a service's disposal is reported and never hides what the handlers threw.</summary>
    public void Close(IDisposable? scope)
    {
        try
        {
            scope?.Dispose();
        }
        catch (Exception exception)
        {
            Errors.Report(exception);
        }
    }

    /// <summary>Disposes a scope, asynchronously if it can.</summary>
    public async ValueTask CloseAsync(IDisposable? scope)
    {
        try
        {
            if (scope is IAsyncDisposable asyncScope)
            {
                await asyncScope.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                scope?.Dispose();
            }
        }
        catch (Exception exception)
        {
            Errors.Report(exception);
        }
    }
}
