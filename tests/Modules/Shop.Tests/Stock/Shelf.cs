namespace Shop.Tests.Stock;

/// <summary>A scoped service: what the handlers of one scope share.</summary>
public sealed class Shelf
{
    public List<object> Handlers { get; } = [];
}
