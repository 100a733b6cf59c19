using DomainEvents;
using Microsoft.Extensions.DependencyInjection;

namespace Shop.Tests.Stock;

/// <summary>A handler method with a service of a key.</summary>
public static class Labels
{
    [DomainEventHandler]
    public static Task PrintAsync(ParcelPacked domainEvent, [FromKeyedServices("labels")] IPrinter printer, CancellationToken cancellationToken) =>
        printer.PrintAsync($"label {domainEvent.ParcelId}", cancellationToken);
}
