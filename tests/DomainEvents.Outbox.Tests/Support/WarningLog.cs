using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DomainEvents.Persistence.Tests.Support;

/// <summary>Keeps what a host warns of, and tells when it does so for the first time. Safe for use by several threads.</summary>
internal sealed class WarningLog : ILoggerProvider, ILogger
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Warnings { get; } = new();

    public Task First => _first.Task;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Warnings.Enqueue(formatter(state, exception));
            _first.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}
