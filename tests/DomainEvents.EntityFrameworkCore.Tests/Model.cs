using System.Text.Json;
using DomainEvents.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

[DomainEvent("order.placed")]
public sealed partial class OrderPlaced
{
    public string Text { get; }
}

[DomainEvent("order.shipped", Durable = true)]
public sealed partial class OrderShipped
{
    public string Text { get; }
}

[DomainEvent("order.mailed")]
public sealed partial class OrderMailed
{
    public string Text { get; }
}

/// <summary>An aggregate with a version that it moves itself.</summary>
public sealed class Order : AggregateRoot
{
    public required string Id { get; init; }

    public string State { get; private set; } = "";

    public long Version { get; private set; }

    public OrderPlaced Place(string text)
    {
        var placed = new OrderPlaced(text);
        Change(text, placed);
        return placed;
    }

    public OrderShipped Ship(string text)
    {
        var shipped = new OrderShipped(text);
        Change(text, shipped);
        return shipped;
    }

    public void Mail(string text) => Change(text, new OrderMailed(text));

    private void Change(string state, IDomainEvent domainEvent)
    {
        State = state;
        Version++;
        Raise(domainEvent);
    }
}

/// <summary>An aggregate whose table comes after the outbox by name.</summary>
public sealed class Parcel : AggregateRoot
{
    public required string Id { get; init; }

    public long Version { get; private set; }

    public OrderShipped Ship(string text)
    {
        var shipped = new OrderShipped(text);
        Version++;
        Raise(shipped);
        return shipped;
    }

    public void ShipAgain(OrderShipped shipped)
    {
        Version++;
        Raise(shipped);
    }

    public void Announce(string text) => Raise(new OrderShipped(text));
}

public class ShopContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Parcel> Parcels => Set<Parcel>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Order>().ToTable("orders").Property(static order => order.Version).IsConcurrencyToken();
        modelBuilder.Entity<Parcel>().ToTable("parcels").Property(static parcel => parcel.Version).IsConcurrencyToken();
        modelBuilder.AddOutbox();
    }
}

/// <summary>A context whose model has no outbox.</summary>
public sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().ToTable("orders");
}

/// <summary>What handlers did, and what they are to do. One for each scope's container.</summary>
public sealed class Journal
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Called with the phase, the text and the handler's context.</summary>
    public Action<string, string, ShopContext>? OnHandle { get; set; }

    public void Handle(string phase, string text, ShopContext context)
    {
        _lines.Add($"{phase} {text}");
        OnHandle?.Invoke(phase, text, context);
    }
}

internal static class OrderHandlers
{
    [DomainEventHandler(Phase = HandlerPhase.InTransaction)]
    public static void InTransaction(OrderPlaced domainEvent, Journal journal, ShopContext context) => journal.Handle("in", domainEvent.Text, context);

    [DomainEventHandler]
    public static void AfterCommit(OrderPlaced domainEvent, Journal journal, ShopContext context) => journal.Handle("after", domainEvent.Text, context);

    [DomainEventHandler]
    public static void AfterCommit(OrderShipped domainEvent, Journal journal, ShopContext context) => journal.Handle("after", domainEvent.Text, context);

    [DomainEventHandler]
    public static Task AfterCommitAsync(OrderMailed domainEvent, Journal journal, ShopContext context)
    {
        journal.Handle("after", domainEvent.Text, context);
        return Task.CompletedTask;
    }
}

/// <summary>Says which event is durable and how it is written.</summary>
internal sealed class ShopModule : HandlerModule
{
    public override string AssemblyName => "Shop";

    public override Type[] DescribeEvents() => [];

    public override HandlerDescriptor[] DescribeHandlers() => [];

    public override Type[] DescribeDurableEvents() => [typeof(OrderShipped)];

    public override EventSerializer[] DescribeSerializers() => [new ShippedSerializer()];

    private sealed class ShippedSerializer() : EventSerializer<OrderShipped>("order.shipped", 1)
    {
        protected override void Write(Utf8JsonWriter writer, OrderShipped domainEvent, JsonSerializerOptions options) =>
            writer.WriteStringValue(domainEvent.Text);

        protected override OrderShipped Read(ref Utf8JsonReader reader, JsonSerializerOptions options) => new(reader.GetString()!);
    }
}
