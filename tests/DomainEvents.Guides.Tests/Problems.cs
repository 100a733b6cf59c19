using DomainEvents.Persistence;

namespace DomainEvents.Guides.Tests;

public abstract class AuditRecord
{
    public string? Author { get; set; }
}

[DomainEvent]
public sealed partial class DocumentArchived : AuditRecord
{
    public string DocumentId { get; }
}

[DomainEvent]
public sealed partial record InvoiceSent(string InvoiceId, decimal Amount);

[DomainEvent]
public sealed partial record PhotoUploaded(string PhotoId);

public static class Thumbnails
{
    [DomainEventHandler(Background = true)]
    public static async Task RenderAsync(PhotoUploaded domainEvent, CancellationToken cancellationToken) =>
        await Renderer.RenderAsync(domainEvent.PhotoId, cancellationToken);
}

/// <summary>Takes until somebody says that it is done.</summary>
internal static class Renderer
{
    public static TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task RenderAsync(string photoId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(photoId);
        await Finished.Task.WaitAsync(cancellationToken);
    }
}

public sealed class Invoice(string invoiceId) : AggregateRoot
{
    public bool IsSent { get; private set; }

    public void Send(decimal amount)
    {
        IsSent = true;
        Raise(new InvoiceSent(invoiceId, amount));
    }
}

[DomainEvent(Durable = true)]
public sealed partial record PaymentCaptured(string PaymentId, decimal Amount);
