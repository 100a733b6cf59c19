namespace Shop.App;

public abstract class Message
{
    protected Message(Guid correlationId) => CorrelationId = correlationId;

    protected Message(Message cause) => CorrelationId = cause.CorrelationId;

    public Guid CorrelationId { get; }
}

/// <summary>Which of its base's constructors is to be called, nobody says: DEVT1002.</summary>
[DomainEvent]
public partial class InvoiceIssued : Message
{
    public string InvoiceId { get; }
}

/// <summary>Nobody can make one: DEVT1003.</summary>
[DomainEvent]
public static partial class StockCounted
{
    public const string Unit = "piece";
}

/// <summary>An aggregate gets a part, too: DEVT1011.</summary>
[Aggregate]
public class Account
{
    public string Id { get; init; } = "";
}

/// <summary>No verb in it: DEVT1101, DEVT1108.</summary>
[DomainEvent]
public sealed partial record OfferPrepare(string OfferId);
