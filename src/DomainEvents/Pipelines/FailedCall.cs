using System.Runtime.ExceptionServices;
using DomainEvents.CompilerServices;

namespace DomainEvents.Pipelines;

/// <summary>Stands in for a handler that could not be created.</summary>
internal sealed class FailedCall
{
    private readonly ExceptionDispatchInfo _error;

    private FailedCall(Exception exception) => _error = ExceptionDispatchInfo.Capture(exception);

    /// <summary>A handler that is synchronous or asynchronous as the original, and fails.</summary>
    public static BoundHandler Of(HandlerDescriptor handler, string name, Exception exception)
    {
        var call = new FailedCall(exception);
        return new BoundHandler(
            name,
            null,
            handler.Invoke is null ? null : call.Invoke,
            handler.InvokeAsync is null ? null : call.InvokeAsync,
            handler.OnError);
    }

    private void Invoke(object? handler, IDomainEvent domainEvent, IServiceProvider? services) => _error.Throw();

    private ValueTask InvokeAsync(object? handler, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        _error.Throw();
        return default;
    }
}
