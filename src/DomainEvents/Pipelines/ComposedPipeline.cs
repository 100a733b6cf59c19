using DomainEvents.CompilerServices;

namespace DomainEvents.Pipelines;

/// <summary>
/// A pipeline put together from descriptors, for what no composition root could write: events that it cannot name, other sets of
/// modules, background handlers.
/// </summary>
internal sealed class ComposedPipeline(BoundHandlers handlers) : EventPipeline
{
    private readonly BoundHandler[] _handlers = handlers.Items;
    private readonly bool _hasAsyncOnly = Array.Exists(handlers.Items, handler => handler.Sync is null);

    public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
    {
        if (_hasAsyncOnly)
        {
            HandlerRun.RefuseSync(new HandlerSteps(_handlers), domainEvent);
        }

        var step = 0;
        try
        {
            for (; step < _handlers.Length; step++)
            {
                _handlers[step].Invoke(domainEvent, services);
            }
        }
        catch (Exception exception)
        {
            HandlerRun.Continue(new HandlerSteps(_handlers), handlers.Context, step, exception, domainEvent, services);
        }
    }

    public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        var step = 0;
        Exception? failure;
        try
        {
            for (; step < _handlers.Length; step++)
            {
                var pending = _handlers[step].InvokeAsync(domainEvent, services, cancellationToken);
                if (!pending.IsCompletedSuccessfully)
                {
                    return HandlerRun.ContinueAsync(
                        new HandlerSteps(_handlers), handlers.Context, step, pending, null, domainEvent, services, cancellationToken);
                }

                pending.GetAwaiter().GetResult();
            }

            return default;
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        return HandlerRun.ContinueAsync(
            new HandlerSteps(_handlers), handlers.Context, step, default, failure, domainEvent, services, cancellationToken);
    }
}
