using DomainEvents;

namespace Shop.Tests.Stock;

/// <summary>An event whose handler takes a service under a key.</summary>
[DomainEvent]
public sealed partial record ParcelPacked(string ParcelId);
