using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

public sealed class ScopeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Publisher_of_a_scope_uses_the_handlers_of_that_scope()
    {
        using var provider = Provide(HandlerLifetime.Scoped);
        using var scope = provider.CreateScope();
        var publisher = scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>();

        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());

        var handler = scope.ServiceProvider.GetRequiredService<JournalHandler>();
        Assert.Equal([handler, handler], Entries(provider));
        Assert.False(handler.IsDisposed);
    }

    [Fact]
    public void Publishers_of_two_scopes_do_not_share_scoped_handlers()
    {
        using var provider = Provide(HandlerLifetime.Scoped);
        using var first = provider.CreateScope();
        using var second = provider.CreateScope();

        first.ServiceProvider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());
        second.ServiceProvider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Equal(
            [first.ServiceProvider.GetRequiredService<JournalHandler>(), second.ServiceProvider.GetRequiredService<JournalHandler>()],
            Entries(provider));
    }

    [Fact]
    public void Publisher_of_the_root_opens_and_ends_a_scope_for_each_publish()
    {
        using var provider = Provide(HandlerLifetime.Scoped);
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();

        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());

        AssertTwoDisposed(provider);
    }

    [Fact]
    public void Core_opens_and_ends_a_scope_for_each_publish()
    {
        using var provider = Provide(HandlerLifetime.Scoped);
        var core = provider.GetRequiredService<DomainEventPublisher>();

        core.Publish(new OrderPlaced());
        core.Publish(new OrderPlaced());

        AssertTwoDisposed(provider);
    }

    [Fact]
    public void Publisher_inside_a_singleton_opens_a_scope_for_each_publish()
    {
        var services = Container.Describe(Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>()));
        services.AddSingleton<Clerk>();
        using var provider = services.BuildChecked();
        using var scope = provider.CreateScope();
        var clerk = scope.ServiceProvider.GetRequiredService<Clerk>();

        clerk.Place();
        clerk.Place();

        AssertTwoDisposed(provider);
    }

    [Fact]
    public async Task Scope_of_an_asynchronous_publish_ends_after_its_handlers()
    {
        await using var provider = Container.Describe(Table(HandWrittenHandler.AsyncClass<AsyncJournalHandler, OrderPlaced>())).BuildChecked();

        await provider.GetRequiredService<IDomainEventPublisher>().PublishAsync(new OrderPlaced(), Token);

        var handler = Assert.IsType<AsyncJournalHandler>(Assert.Single(Entries(provider)));
        Assert.True(handler.IsDisposed);
    }

    [Fact]
    public async Task Asynchronous_publish_of_a_scope_uses_the_handlers_of_that_scope()
    {
        await using var provider = Container.Describe(Table(HandWrittenHandler.AsyncClass<AsyncJournalHandler, OrderPlaced>())).BuildChecked();
        await using var scope = provider.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>().PublishAsync(new OrderPlaced(), Token);

        Assert.Equal([scope.ServiceProvider.GetRequiredService<AsyncJournalHandler>()], Entries(provider));
    }

    [Fact]
    public async Task Batches_of_a_scope_use_the_handlers_of_that_scope()
    {
        await using var provider = Provide(HandlerLifetime.Scoped);
        await using var scope = provider.CreateAsyncScope();
        var publisher = scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>();

        publisher.PublishBatch([new OrderPlaced(), new OrderPlaced()]);
        await publisher.PublishBatchAsync([new OrderPlaced()], Token);

        var handler = scope.ServiceProvider.GetRequiredService<JournalHandler>();
        Assert.Equal([handler, handler, handler], Entries(provider));
    }

    [Fact]
    public void Singleton_handler_is_the_containers()
    {
        using var provider = Provide(HandlerLifetime.Singleton);
        using var scope = provider.CreateScope();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());
        scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        var handler = provider.GetRequiredService<JournalHandler>();
        Assert.Equal([handler, handler], Entries(provider));
        Assert.False(handler.IsDisposed);
    }

    [Fact]
    public void Transient_handler_is_created_for_each_publish()
    {
        using var provider = Provide(HandlerLifetime.Transient);
        using var scope = provider.CreateScope();
        var publisher = scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>();

        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());

        Assert.Equal(2, Entries(provider).Distinct().Count());
    }

    [Fact]
    public void Transient_handler_of_a_root_publish_is_disposed_after_it()
    {
        using var provider = Provide(HandlerLifetime.Transient);
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();

        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());

        AssertTwoDisposed(provider);
    }

    [Fact]
    public void Method_takes_its_services_from_the_scope_of_the_publisher()
    {
        var taken = new List<Basket>();
        var services = Container.Describe(Table(HandWrittenHandler.Method<OrderPlaced, Basket>("Shop.On", (_, basket) => taken.Add(basket))));
        services.AddScoped<Basket>();
        using var provider = services.BuildChecked();
        using var scope = provider.CreateScope();

        scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());
        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Equal(2, taken.Count);
        Assert.Same(scope.ServiceProvider.GetRequiredService<Basket>(), taken[0]);
        Assert.NotSame(taken[0], taken[1]);
    }

    private static ServiceProvider Provide(HandlerLifetime lifetime) =>
        Container.Describe(Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>(lifetime))).BuildChecked();

    private static IReadOnlyList<object> Entries(IServiceProvider provider) => provider.GetRequiredService<Journal>().Entries;

    private static void AssertTwoDisposed(IServiceProvider provider)
    {
        var handlers = Entries(provider).Cast<JournalHandler>().ToArray();
        Assert.Equal(2, handlers.Distinct().Count());
        Assert.All(handlers, handler => Assert.True(handler.IsDisposed));
    }

    private sealed class Clerk(IDomainEventPublisher publisher)
    {
        public void Place() => publisher.Publish(new OrderPlaced());
    }

    private sealed class Basket;
}
