namespace DomainEvents.Diagnostics;

/// <summary>
/// How messages tell what handlers threw, on one line: each failure once, with the way from handler to event to handler that leads to
/// it, where handlers published. An <see cref="AggregateException"/> of its own would repeat every inner message at every level.
/// </summary>
internal static class FailureDescription
{
    /// <summary>The failures of some handlers: <c>Shop.A: bad; Shop.B -> 'mail.sent' -> Shop.C: worse</c>.</summary>
    public static string Of(IEnumerable<(string Source, Exception Exception)> failures)
    {
        var descriptions = new List<string>();
        foreach (var (source, exception) in failures)
        {
            Add(descriptions, source, exception);
        }

        return string.Join("; ", descriptions);
    }

    private static void Add(List<string> descriptions, string path, Exception exception)
    {
        if (exception is not DomainEventHandlingException nested)
        {
            descriptions.Add($"{path}: {exception.Message.ReplaceLineEndings(" ")}");
            return;
        }

        for (var i = 0; i < nested.InnerExceptions.Count; i++)
        {
            Add(descriptions, nested.EventType is { } eventType ? $"{path} -> '{eventType}' -> {nested.FailedHandlers[i]}" : path, nested.InnerExceptions[i]);
        }
    }
}
