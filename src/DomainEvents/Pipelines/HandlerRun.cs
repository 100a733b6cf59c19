using DomainEvents.Diagnostics;

namespace DomainEvents.Pipelines;

/// <summary>
/// Runs the handlers of an event from the one on that threw or suspended: what the fast paths of the pipelines hand over to. Every
/// handler runs; then one exception tells of all failures.
/// </summary>
internal static class HandlerRun
{
    /// <summary>Runs the handlers after the one that threw, then throws for all that failed.</summary>
    public static void Continue(
        in HandlerSteps steps, PublishContext context, int step, Exception exception, IDomainEvent domainEvent, IServiceProvider? services)
    {
        HandlerFailures? failures = null;
        Note(ref failures, steps, context, step, domainEvent, exception);
        for (step++; step < steps.Count; step++)
        {
            try
            {
                steps.Invoke(step, domainEvent, services);
            }
            catch (Exception next)
            {
                Note(ref failures, steps, context, step, domainEvent, next);
            }
        }

        failures?.Throw(domainEvent, CancellationToken.None);
    }

    /// <summary>Runs all handlers.</summary>
    public static ValueTask RunAsync(
        HandlerSteps steps, PublishContext context, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
        ContinueAsync(steps, context, -1, default, null, domainEvent, services, cancellationToken);

    /// <summary>Awaits the handler that suspended, or notes the one that threw, and runs those after it.</summary>
    public static ValueTask ContinueAsync(
        HandlerSteps steps,
        PublishContext context,
        int step,
        ValueTask pending,
        Exception? exception,
        IDomainEvent domainEvent,
        IServiceProvider? services,
        CancellationToken cancellationToken) =>
        context.IsConcurrent
            ? RunTogetherAsync(steps, context, step, pending, exception, domainEvent, services, cancellationToken)
            : RunInTurnAsync(steps, context, step, pending, exception, domainEvent, services, cancellationToken);

    /// <summary>Throws the exception that names the handlers which are asynchronous only, if there are any.</summary>
    public static void RefuseAsyncHandlers(in HandlerSteps steps, IDomainEvent domainEvent)
    {
        var handlers = new List<string>();
        var hasSubscriptions = false;
        for (var step = 0; step < steps.Count; step++)
        {
            if (steps.IsAsyncOnly(step, domainEvent))
            {
                handlers.Add(steps.NameOf(step));
                hasSubscriptions |= steps.IsSubscription(step);
            }
        }

        if (handlers.Count > 0)
        {
            throw new AsyncHandlersException(
                $"Event {EventDescription.Of(domainEvent)} has asynchronous handlers: {string.Join(", ", handlers)}. " +
                "No handler has run. Use PublishAsync." +
                (hasSubscriptions ? " A subscribed lambda that only throws is asynchronous too, unless it is made an Action<TEvent>." : string.Empty),
                handlers);
        }
    }

    private static async ValueTask RunInTurnAsync(
        HandlerSteps steps,
        PublishContext context,
        int step,
        ValueTask pending,
        Exception? exception,
        IDomainEvent domainEvent,
        IServiceProvider? services,
        CancellationToken cancellationToken)
    {
        HandlerFailures? failures = null;
        if (exception is not null)
        {
            Note(ref failures, steps, context, step, domainEvent, exception);
        }
        else
        {
            try
            {
                await pending.ConfigureAwait(false);
            }
            catch (Exception first)
            {
                Note(ref failures, steps, context, step, domainEvent, first);
            }
        }

        for (step++; step < steps.Count; step++)
        {
            try
            {
                await steps.InvokeAsync(step, domainEvent, services, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception next)
            {
                Note(ref failures, steps, context, step, domainEvent, next);
            }
        }

        failures?.Throw(domainEvent, cancellationToken);
    }

    private static async ValueTask RunTogetherAsync(
        HandlerSteps steps,
        PublishContext context,
        int step,
        ValueTask pending,
        Exception? exception,
        IDomainEvent domainEvent,
        IServiceProvider? services,
        CancellationToken cancellationToken)
    {
        var results = new List<(int Step, ValueTask Pending)>
        {
            (step, exception is null ? pending : ValueTask.FromException(exception)),
        };
        for (step++; step < steps.Count; step++)
        {
            try
            {
                results.Add((step, steps.InvokeAsync(step, domainEvent, services, cancellationToken)));
            }
            catch (Exception next)
            {
                results.Add((step, ValueTask.FromException(next)));
            }
        }

        HandlerFailures? failures = null;
        Exception? abort = null;
        foreach (var result in results)
        {
            try
            {
                await result.Pending.ConfigureAwait(false);
            }
            catch (Exception next)
            {
                abort ??= NestingAbort.Find(next);
                if (abort is null)
                {
                    Note(ref failures, steps, context, result.Step, domainEvent, next);
                }
            }
        }

        NestingAbort.ThrowIfAborted(abort);
        failures?.Throw(domainEvent, cancellationToken);
    }

    private static void Note(
        ref HandlerFailures? failures,
        in HandlerSteps steps,
        PublishContext context,
        int step,
        IDomainEvent domainEvent,
        Exception exception)
    {
        NestingAbort.ThrowIfAborted(exception);
        if (steps.PolicyOf(step) == HandlerErrorPolicy.LogAndContinue)
        {
            context.Errors.Report(HandlerFailures.Describe(domainEvent, steps.NameOf(step), exception));
        }
        else
        {
            HandlerFailures.Add(ref failures, steps.NameOf(step), exception);
        }
    }
}
