using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

/// <summary>What a save does with the events of entities.</summary>
public abstract class CaptureTests : ShopTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Save_of_its_own_transaction_writes_durable_events_and_runs_handlers_around_it(bool isAsync)
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        order.Place("a");
        var shipped = order.Ship("b");
        shop.Context.Add(order);
        List<int> seen = [];
        shop.Journal.OnHandle = (_, _, _) => seen.Add(shop.States().Count);

        await Save(shop.Context, isAsync);

        Assert.Equal(["in a", "after a"], shop.Journal.Lines);
        Assert.Equal([0, 1], seen);
        Assert.Equal(["\"b\""], shop.Outbox());
        Assert.Equal([shipped.EventId.ToString().ToUpperInvariant()], shop.Read("select upper(cast(id as text)) from outbox"));
        Assert.Equal([$"orders-1/{new StreamRef("orders-1", 2).SequenceOf(0)}"], shop.Read("select stream_id || '/' || stream_seq from outbox"));
        Assert.Empty(order.DomainEvents);
        Assert.Single(shop.Context.ChangeTracker.Entries());
    }

    [Fact]
    public async Task Row_that_was_written_through_the_model_is_read_by_the_store()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        var shipped = order.Ship("a");
        shop.Context.Add(order);
        await shop.Context.SaveChangesAsync(Token);

        var store = shop.Scope.ServiceProvider.GetRequiredService<IOutboxStore>();
        var leases = await store.AcquireAsync("test", OutboxPartition.Count, TimeSpan.FromMinutes(1), Token);
        var batch = new OutboxBatch();
        await store.ReadAsync(leases, batch, 10, TimeSpan.FromMinutes(1), Token);

        var message = Assert.Single(batch.Entries).Message;
        Assert.Equal((shipped.EventId, "order.shipped", 1, "orders-1"), (message.Id, message.Type, message.SchemaVersion, message.StreamId));
        
        // A server keeps microseconds.
        Assert.Equal(shipped.OccurredAt, message.OccurredAt, TimeSpan.FromMicroseconds(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Save_that_failed_keeps_its_events_and_the_next_one_publishes_each_once(bool isAsync)
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        order.Place("a");
        order.Ship("bad");
        shop.Context.Add(order);

        await Assert.ThrowsAsync<DbUpdateException>(() => Save(shop.Context, isAsync));
        Assert.Equal(2, order.DomainEvents.Count);
        Assert.Empty(shop.Outbox());
        order.Place("c");
        await Save(shop.Context, isAsync);

        Assert.Equal(["\"bad\""], shop.Outbox());
        Assert.Equal(["in a", "in a", "in c", "after a", "after c"], shop.Journal.Lines);
        Assert.Empty(order.DomainEvents);
    }

    [Fact]
    public async Task Save_that_was_cancelled_keeps_its_events()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        order.Ship("a");
        order.Place("b");
        shop.Context.Add(order);
        using var cancellation = new CancellationTokenSource();
        shop.Journal.OnHandle = (_, _, _) => cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.Context.SaveChangesAsync(cancellation.Token));

        Assert.Empty(shop.Outbox());
        Assert.Equal(2, order.DomainEvents.Count);
        shop.Journal.OnHandle = null;
        await shop.Context.SaveChangesAsync(Token);
        Assert.Equal(["\"a\""], shop.Outbox());
    }

    [Fact]
    public async Task Handler_of_the_transaction_that_throws_prevents_the_save()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        order.Place("a");
        shop.Context.Add(order);
        shop.Journal.OnHandle = (_, _, _) => throw new FormatException("bad");

        var exception = await Assert.ThrowsAsync<DomainEventHandlingException>(() => shop.Context.SaveChangesAsync(Token));

        Assert.Equal(HandlerPhase.InTransaction, exception.Phase);
        Assert.Empty(shop.States());
        Assert.Single(order.DomainEvents);
    }

    [Fact]
    public async Task Handler_of_the_transaction_changes_entities_that_the_same_save_writes()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        order.Place("a");
        shop.Context.Add(order);
        shop.Journal.OnHandle = (phase, text, context) =>
        {
            if (phase == "in" && text == "a")
            {
                var second = new Order { Id = "2" };
                second.Place("b");
                context.Add(second);
            }
        };

        await shop.Context.SaveChangesAsync(Token);

        Assert.Equal(["a", "b"], shop.States());
        Assert.Equal(["in a", "in b", "after a", "after b"], shop.Journal.Lines);
    }

    [Fact]
    public async Task Handler_after_the_commit_saves_with_the_same_context()
    {
        await using var shop = await OpenAsync();
        shop.Journal.OnHandle = (phase, text, context) =>
        {
            if (phase == "after" && text == "a")
            {
                var second = new Order { Id = "2" };
                second.Place("b");
                context.Add(second);
                context.SaveChanges();
            }
        };
        using (var transaction = shop.Context.Database.BeginTransaction())
        {
            var order = new Order { Id = "1" };
            order.Place("a");
            shop.Context.Add(order);
            await shop.Context.SaveChangesAsync(Token);
            await transaction.CommitAsync(Token);
        }

        Assert.Equal(["a", "b"], shop.States());
        Assert.Equal(["in a", "after a", "in b", "after b"], shop.Journal.Lines);
    }

    [Fact]
    public async Task Handler_that_saves_inside_a_save_without_a_transaction_is_refused()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        order.Place("a");
        shop.Context.Add(order);
        shop.Journal.OnHandle = (phase, _, context) => context.SaveChanges();

        var exception = await Assert.ThrowsAsync<DomainEventHandlingException>(() => shop.Context.SaveChangesAsync(Token));

        Assert.Contains("begin a transaction before saving", exception.InnerExceptions[0].Message, StringComparison.Ordinal);
        Assert.Empty(shop.States());
        Assert.Single(order.DomainEvents);
    }

    [Fact]
    public async Task Synchronous_save_refuses_asynchronous_handlers_before_it_writes()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        order.Mail("a");
        shop.Context.Add(order);

        Assert.Throws<AsyncHandlersException>(() => shop.Context.SaveChanges());
        Assert.Empty(shop.States());

        using (var transaction = shop.Context.Database.BeginTransaction())
        {
            shop.Context.SaveChanges();
            Assert.Throws<AsyncHandlersException>(transaction.Commit);
        }

        Assert.Empty(shop.States());
        Assert.Single(order.DomainEvents);
    }

    [Fact]
    public async Task Failure_after_the_commit_says_so_and_loses_nothing()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        order.Place("a");
        shop.Context.Add(order);
        shop.Journal.OnHandle = (phase, _, _) =>
        {
            if (phase == "after")
            {
                throw new FormatException("bad");
            }
        };

        var exception = await Assert.ThrowsAsync<DomainEventHandlingException>(() => shop.Context.SaveChangesAsync(Token));

        Assert.Equal(HandlerPhase.AfterCommit, exception.Phase);
        Assert.Equal(["a"], shop.States());
        Assert.Empty(order.DomainEvents);
        Assert.Equal(0, await shop.Context.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task Durable_event_in_a_model_without_an_outbox_is_an_error_that_says_what_to_do()
    {
        await using var shop = await OpenAsync();
        var context = shop.Scope.ServiceProvider.GetRequiredService<BareContext>();
        var order = new Order { Id = "1" };
        order.Ship("a");
        context.Add(order);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Token));

        Assert.Contains("modelBuilder.AddOutbox()", exception.Message, StringComparison.Ordinal);
        Assert.Empty(shop.States());
    }

    [Fact]
    public async Task Pooled_context_starts_afresh_and_names_the_scope_that_a_handler_lacks()
    {
        await using var shop = await OpenAsync(isPooled: true);
        Order order = new() { Id = "1" };
        order.Place("a");
        using (var scope = shop.CreateScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
            context.Add(order);
            var exception = await Assert.ThrowsAsync<DomainEventHandlingException>(() => context.SaveChangesAsync(Token));
            Assert.Contains("UseDomainEventScope", exception.InnerExceptions[0].Message, StringComparison.Ordinal);
        }

        using (var scope = shop.CreateScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
            context.UseDomainEventScope(scope.ServiceProvider);
            context.Add(order);
            await context.SaveChangesAsync(Token);
        }

        Assert.Equal(["in a", "after a"], shop.Journal.Lines);
        Assert.Equal(["a"], shop.States());
    }
}
