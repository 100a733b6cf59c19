using DomainEvents.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Binding;

/// <summary>A container that knows one handler class and remembers what became of its scopes.</summary>
internal sealed class TestScopes : HandlerServiceScopes
{
    public override TestProvider Root { get; } = new();

    public List<TestProvider> Opened { get; } = [];

    public Exception? OpeningError { get; set; }

    public Exception? DisposalError { get; set; }

    public Action? Closed { get; set; }

    public override IDisposable Open(out IServiceProvider services)
    {
        if (OpeningError is not null)
        {
            throw OpeningError;
        }

        var scope = new TestProvider { DisposalError = DisposalError, Closed = Closed };
        Opened.Add(scope);
        services = scope;
        return scope;
    }
}

/// <summary>A provider of the container, the root or a scope.</summary>
internal sealed class TestProvider : IServiceProvider, IDisposable, IAsyncDisposable
{
    public CountingHandler? Handler { get; private set; }

    public int Created { get; private set; }

    public bool IsEmpty { get; set; }

    public string? End { get; private set; }

    public Exception? DisposalError { get; init; }

    public Action? Closed { get; init; }

    public object? GetService(Type serviceType)
    {
        if (IsEmpty || serviceType != typeof(CountingHandler))
        {
            return null;
        }

        if (Handler is null)
        {
            Created++;
        }

        return Handler ??= new CountingHandler();
    }

    public void Dispose()
    {
        End = "disposed";
        Finish();
    }

    public ValueTask DisposeAsync()
    {
        End = "disposed asynchronously";
        Finish();
        return default;
    }

    private void Finish()
    {
        Closed?.Invoke();
        if (DisposalError is not null)
        {
            throw DisposalError;
        }
    }
}

/// <summary>Counts its calls.</summary>
internal sealed class CountingHandler : IDomainEventHandler<OrderPlaced>
{
    public int Calls { get; private set; }

    public void Handle(OrderPlaced domainEvent) => Calls++;
}
