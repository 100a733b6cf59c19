using Shop.Events;

namespace Shop.Tests;

/// <summary>A printer that finishes later than it returns.</summary>
internal sealed class LoggingPrinter(IActivityLog log) : IPrinter
{
    public async Task PrintAsync(string text, CancellationToken cancellationToken)
    {
        await Task.Yield();
        log.Write("Receipts.PrintAsync " + text);
    }
}
