namespace Shop.Domain;

public static partial class Product
{
    /// <summary>Whose name is half a guess: DEVT1106.</summary>
    [DomainEvent]
    public sealed partial record Listed(string Sku);
}

/// <summary>A handler may change what the next one sees: DEVT1201, DEVT1202.</summary>
[DomainEvent]
public sealed partial record BasketFilled(string BasketId, List<string> Skus)
{
    public int Priority { get; set; } = 1;
}

/// <summary>Takes a blank id: DEVT1203.</summary>
[DomainEvent(GenerateConstructor = false)]
public partial class BasketLeft
{
    public BasketLeft(string basketId)
    {
        BasketId = basketId;
    }

    public string BasketId { get; }
}

/// <summary>Nobody can write a stream down: DEVT1204.</summary>
[DomainEvent]
public sealed partial record PictureTaken(string Sku, Stream Picture);
