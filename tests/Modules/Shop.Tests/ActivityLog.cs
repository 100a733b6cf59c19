using System.Collections.Concurrent;
using Shop.Events;

namespace Shop.Tests;

/// <summary>Keeps the lines in the order in which they were written.</summary>
internal sealed class ActivityLog : IActivityLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Write(string line) => _lines.Enqueue(line);
}
