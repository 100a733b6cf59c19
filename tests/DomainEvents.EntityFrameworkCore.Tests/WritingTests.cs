using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

/// <summary>How the messages come into the outbox: at the end of a save's own transaction, or as rows of the save.</summary>
public abstract class WritingTests : ShopTest
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(32, true)]
    [InlineData(100, false)]
    [InlineData(100, true)]
    public async Task Any_number_of_messages_is_written_in_the_order_of_the_events(int count, bool isAsync)
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        var texts = Enumerable.Range(0, count).Select(number => $"{number:D3}").ToArray();
        Array.ForEach(texts, text => order.Ship(text));

        await Save(shop.Context, isAsync);

        Assert.Equal(texts.Select(text => $"\"{text}\""), shop.Outbox());
        Assert.Equal(AutoTransactionBehavior.WhenNeeded, shop.Context.Database.AutoTransactionBehavior);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Trace_of_the_code_that_saves_goes_into_every_row(bool isTransaction)
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Ship("a");
        order.Ship("b");
        using var activity = new Activity("test").Start();

        await using (var transaction = isTransaction ? await shop.Context.Database.BeginTransactionAsync(Token) : null)
        {
            await shop.Context.SaveChangesAsync(Token);
            await (transaction?.CommitAsync(Token) ?? Task.CompletedTask);
        }

        Assert.Equal([activity.Id!, activity.Id!], shop.Read("select traceparent from outbox"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Event_of_an_entity_that_has_not_changed_is_written(bool isAsync)
    {
        await using var shop = await OpenAsync();
        var parcel = new Parcel { Id = "1" };
        shop.Context.Add(parcel);
        await shop.Context.SaveChangesAsync(Token);
        parcel.Announce("a");

        await Save(shop.Context, isAsync);

        Assert.Equal(["\"a\""], shop.Outbox());
        Assert.Empty(parcel.DomainEvents);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Two_saves_to_one_version_are_a_concurrency_conflict_whatever_the_name_of_the_table(bool isTransaction, bool isAsync)
    {
        await using var shop = await OpenAsync();
        shop.Execute("insert into parcels values ('1', 0)");
        using var scope = shop.CreateScope();
        var other = scope.ServiceProvider.GetRequiredService<ShopContext>();
        var mine = await shop.Context.Parcels.SingleAsync(Token);
        (await other.Parcels.SingleAsync(Token)).Ship("theirs");
        await other.SaveChangesAsync(Token);
        mine.Ship("mine");

        await using (var transaction = isTransaction ? await shop.Context.Database.BeginTransactionAsync(Token) : null)
        {
            var conflict = await Assert.ThrowsAnyAsync<DbUpdateConcurrencyException>(() => Save(shop.Context, isAsync));

            Assert.Same(mine, Assert.Single(conflict.Entries).Entity);
        }

        Assert.Equal(["\"theirs\""], shop.Outbox());
        await shop.Context.Entry(mine).ReloadAsync(Token);
        mine.Ship("after");
        await Save(shop.Context, isAsync);
        Assert.Equal(["\"theirs\"", "\"mine\"", "\"after\""], shop.Outbox());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Event_that_is_in_the_outbox_already_is_refused_and_nothing_is_saved(bool isAsync)
    {
        await using var shop = await OpenAsync();
        var first = new Parcel { Id = "1" };
        var shipped = first.Ship("a");
        shop.Context.Add(first);
        await shop.Context.SaveChangesAsync(Token);
        var second = new Parcel { Id = "2" };
        second.ShipAgain(shipped);
        shop.Context.Add(second);

        var exception = await Assert.ThrowsAsync<DbUpdateException>(() => Save(shop.Context, isAsync));

        Assert.Contains("outbox", exception.Message + exception.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(["1"], shop.Read("select \"Id\" from parcels"));
        Assert.Single(second.DomainEvents);
        second.DomainEvents.Clear();
        await Save(shop.Context, isAsync);
        Assert.Equal(["1", "2"], shop.Read("select \"Id\" from parcels order by 1"));
    }

    [Fact]
    public async Task Save_that_another_interceptor_stops_keeps_its_events()
    {
        var stop = new Stop();
        await using var shop = await OpenAsync(configure: (_, options) => options.AddInterceptors(stop));
        var parcel = new Parcel { Id = "1" };
        parcel.Ship("a");
        shop.Context.Add(parcel);
        stop.IsOn = true;

        await shop.Context.SaveChangesAsync(Token);

        Assert.Single(parcel.DomainEvents);
        Assert.Empty(shop.Outbox());
        stop.IsOn = false;
        await shop.Context.SaveChangesAsync(Token);
        Assert.Equal(["\"a\""], shop.Outbox());
        Assert.Empty(parcel.DomainEvents);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task Transaction_that_another_interceptor_begins_after_capture_decides_about_the_events(bool isAsync, bool commits)
    {
        var wrap = new Wrap { Commits = commits };
        await using var shop = await OpenAsync(configure: (_, options) => options.AddInterceptors(wrap));
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Ship("b");
        if (isAsync)
        {
            order.Place("a");
        }

        await Save(shop.Context, isAsync);

        Assert.Equal(commits ? ["\"b\""] : [], shop.Outbox());
        Assert.Equal(commits && isAsync ? ["after a"] : [], shop.Journal.Lines.Where(static line => line.StartsWith("after", StringComparison.Ordinal)));
        Assert.Equal(commits ? 0 : isAsync ? 2 : 1, order.DomainEvents.Count);
    }

    [Fact]
    public async Task Transaction_of_another_interceptor_is_refused_where_nobody_can_tell_what_it_wrote()
    {
        await using var shop = await OpenAsync(configure: (_, options) => options.AddInterceptors(new Wrap()));
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Ship("b");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => shop.Context.SaveChangesAsync(acceptAllChangesOnSuccess: false, Token));

        Assert.Contains("UseDomainEvents after that interceptor", exception.Message, StringComparison.Ordinal);
        await shop.Context.Database.CurrentTransaction!.RollbackAsync(Token);
        Assert.Empty(shop.Outbox());
        Assert.Single(order.DomainEvents);
    }

    [Fact]
    public async Task Context_goes_back_to_its_pool_as_it_was_when_another_interceptor_fails_after_capture()
    {
        var stop = new Stop { Fails = true, IsOn = true };
        await using var shop = await OpenAsync(isPooled: true, configure: (_, options) => options.AddInterceptors(stop));
        using (var scope = shop.CreateScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
            var parcel = new Parcel { Id = "1" };
            parcel.Ship("a");
            context.Add(parcel);
            await Assert.ThrowsAsync<NotSupportedException>(() => context.SaveChangesAsync(Token));
            Assert.Single(parcel.DomainEvents);
        }

        stop.IsOn = false;
        Assert.Equal(AutoTransactionBehavior.WhenNeeded, shop.Context.Database.AutoTransactionBehavior);
        shop.Context.Add(new Parcel { Id = "2" });
        await shop.Context.SaveChangesAsync(Token);
        Assert.Empty(shop.Outbox());
    }

    /// <summary>Begins a transaction when the events are captured already, and ends it when the save has.</summary>
    private sealed class Wrap : SaveChangesInterceptor
    {
        public bool Commits { get; init; }

        public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
        {
            eventData.Context!.Database.BeginTransaction();
            return result;
        }

        public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
        {
            var transaction = eventData.Context!.Database.CurrentTransaction!;
            if (Commits)
            {
                transaction.Commit();
            }
            else
            {
                transaction.Rollback();
            }

            return result;
        }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await eventData.Context!.Database.BeginTransactionAsync(cancellationToken);
            return result;
        }

        public override async ValueTask<int> SavedChangesAsync(
            SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            var transaction = eventData.Context!.Database.CurrentTransaction!;
            await (Commits ? transaction.CommitAsync(cancellationToken) : transaction.RollbackAsync(cancellationToken));
            return result;
        }
    }

    private sealed class Stop : SaveChangesInterceptor
    {
        public bool IsOn { get; set; }

        /// <summary>Whether it stops the save by an exception.</summary>
        public bool Fails { get; init; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            IsOn && Fails ? throw new NotSupportedException() : ValueTask.FromResult(IsOn ? InterceptionResult<int>.SuppressWithResult(0) : result);
    }
}
