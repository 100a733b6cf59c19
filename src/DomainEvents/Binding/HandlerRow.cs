using DomainEvents.CompilerServices;

namespace DomainEvents.Binding;

/// <summary>A handler as its module numbers it.</summary>
internal sealed record HandlerRow(HandlerModule Module, int Number, HandlerDescriptor Descriptor);
