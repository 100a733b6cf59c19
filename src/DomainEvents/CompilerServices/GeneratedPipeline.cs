using System.ComponentModel;
using DomainEvents.Pipelines;

namespace DomainEvents.CompilerServices;

/// <summary>
/// A pipeline that a composition root wrote for one event: direct calls to the thunks of its handlers, in order. Only the plain case
/// is generated. A handler that throws or suspends hands over to this base class, which runs the rest from the descriptors.
/// </summary>
/// <remarks>
/// <code>
/// sealed class Pipeline17(BoundHandlers handlers) : GeneratedPipeline(handlers)
/// {
///     private readonly object? _handler0 = handlers[0], _handler1 = handlers[1];
///
///     public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
///     {
///         var e = (Shop.Created)domainEvent;
///         var step = 0;
///         try
///         {
///             ModuleA.Invoke3(_handler0, e, services);
///             step = 1;
///             ModuleB.Invoke0(_handler1, e, services);
///         }
///         catch (Exception exception)
///         {
///             Continue(step, exception, domainEvent, services);
///         }
///     }
///
///     public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
///     {
///         var e = (Shop.Created)domainEvent;
///         var step = 0;
///         try
///         {
///             ModuleA.Invoke3(_handler0, e, services);
///             step = 1;
///             var pending = ModuleB.InvokeAsync0(_handler1, e, services, cancellationToken);
///             if (!pending.IsCompletedSuccessfully)
///             {
///                 return ContinueAsync(step, pending, domainEvent, services, cancellationToken);
///             }
///
///             pending.GetAwaiter().GetResult();
///             return default;
///         }
///         catch (Exception exception)
///         {
///             return ContinueAsync(step, exception, domainEvent, services, cancellationToken);
///         }
///     }
/// }
/// </code>
/// The cast is the checked one: beside <c>Unsafe.As</c> it made no difference that could be measured (3.8 and 3.7 ns for one handler, 6.9
/// and 7.0 for four), and an event that carries another type's index fails instead of being misread. It stands before the <c>try</c>:
/// its failure is no handler's.
/// An event with an asynchronous-only handler gets <c>Invoke</c> with the body <c>RefuseSync(domainEvent)</c>. Handlers with
/// <c>Background</c>, <c>LogAndContinue</c> and the like get no generated pipeline: the runtime composes theirs.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GeneratedPipeline : EventPipeline
{
    /// <summary>Keeps the handlers for the cases that are not generated.</summary>
    protected GeneratedPipeline(BoundHandlers handlers) => Handlers = handlers;

    private protected BoundHandlers Handlers { get; }

    internal sealed override void RefuseAsyncHandlers(IDomainEvent domainEvent) => RefuseSync(domainEvent);

    /// <summary>Composed: what a unit of work writes to its database costs more than any pipeline.</summary>
    internal sealed override EventPipeline CreatePhase(HandlerPhase phase) => phase == HandlerPhase.InTransaction
        ? new TransactionPipeline(Handlers.Of(phase))
        : ComposedPipeline.WithoutSubscriptions(Handlers.Of(phase));

    /// <summary>Runs the handlers after the one that threw, then throws for all that failed.</summary>
    /// <param name="step">The place of the handler that threw.</param>
    /// <param name="exception">What it threw.</param>
    /// <param name="domainEvent">The event.</param>
    /// <param name="services">The services given to <c>Invoke</c>.</param>
    protected void Continue(int step, Exception exception, IDomainEvent domainEvent, IServiceProvider? services) =>
        HandlerRun.Continue(new HandlerSteps(Handlers.Items), Handlers.Context, step, exception, domainEvent, services);

    /// <summary>Awaits the handler that suspended and runs those after it.</summary>
    /// <param name="step">The place of the handler that suspended.</param>
    /// <param name="pending">What it returned.</param>
    /// <param name="domainEvent">The event.</param>
    /// <param name="services">The services given to <c>InvokeAsync</c>.</param>
    /// <param name="cancellationToken">The token given to <c>InvokeAsync</c>.</param>
    protected ValueTask ContinueAsync(
        int step, ValueTask pending, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
        HandlerRun.ContinueAsync(
            new HandlerSteps(Handlers.Items), Handlers.Context, step, pending, null, domainEvent, services, cancellationToken);

    /// <summary>Runs the handlers after the one that threw, then fails for all that failed.</summary>
    /// <param name="step">The place of the handler that threw.</param>
    /// <param name="exception">What it threw.</param>
    /// <param name="domainEvent">The event.</param>
    /// <param name="services">The services given to <c>InvokeAsync</c>.</param>
    /// <param name="cancellationToken">The token given to <c>InvokeAsync</c>.</param>
    protected ValueTask ContinueAsync(
        int step, Exception exception, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
        HandlerRun.ContinueAsync(
            new HandlerSteps(Handlers.Items), Handlers.Context, step, default, exception, domainEvent, services, cancellationToken);

    /// <summary>Throws the <see cref="AsyncHandlersException"/> that names the asynchronous handlers.</summary>
    /// <param name="domainEvent">The event.</param>
    protected void RefuseSync(IDomainEvent domainEvent) =>
        HandlerRun.RefuseAsyncHandlers(new HandlerSteps(Handlers.Items), domainEvent);
}
