using System.Collections.Concurrent;

namespace DomainEvents.Hosting.Tests.HandWritten;

/// <summary>A singleton that remembers which handler instances were called.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<object> _entries = new();

    public IReadOnlyList<object> Entries => [.. _entries];

    public void Add(object entry) => _entries.Enqueue(entry);
}
