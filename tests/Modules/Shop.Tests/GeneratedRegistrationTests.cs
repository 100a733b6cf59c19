using DomainEvents;
using Microsoft.Extensions.DependencyInjection;
using Shop.Tests.Stock;

namespace Shop.Tests;

/// <summary>What the generator registers for the handlers of a project, in a container with every check on.</summary>
public sealed class GeneratedRegistrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(typeof(StockReport), ServiceLifetime.Scoped)]
    [InlineData(typeof(ScopedCounter), ServiceLifetime.Scoped)]
    [InlineData(typeof(SingletonCounter), ServiceLifetime.Singleton)]
    [InlineData(typeof(TransientCounter), ServiceLifetime.Transient)]
    [InlineData(typeof(Turnover), ServiceLifetime.Singleton)]
    public void Handler_class_has_the_declared_lifetime(Type handler, ServiceLifetime expected)
    {
        var services = new ServiceCollection().AddDomainEvents().AddDomainEvents();

        var service = Assert.Single(services, service => service.ServiceType == handler);
        Assert.Equal(expected, service.Lifetime);
        Assert.Equal(handler, service.ImplementationType);
    }

    [Fact]
    public void Handlers_of_a_scope_run_in_order_and_share_its_services()
    {
        using var provider = Provide();
        using var scope = provider.CreateScope();
        var shelf = scope.ServiceProvider.GetRequiredService<Shelf>();

        scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>().Publish(new StockCounted("A", 3));

        Assert.Collection(
            shelf.Handlers,
            entry => Assert.Equal("sync", entry),
            entry => Assert.Same(scope.ServiceProvider.GetRequiredService<ScopedCounter>(), entry),
            entry => Assert.Same(provider.GetRequiredService<SingletonCounter>(), entry),
            entry => Assert.IsType<TransientCounter>(entry),
            entry => Assert.Equal("static", entry));
    }

    [Fact]
    public async Task Asynchronous_publish_takes_the_asynchronous_method_of_a_handler_that_has_both()
    {
        await using var provider = Provide();
        await using var scope = provider.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>().PublishAsync(new StockCounted("A", 3), Token);

        var handlers = scope.ServiceProvider.GetRequiredService<Shelf>().Handlers;
        Assert.Equal("async", handlers[0]);
        Assert.Equal(5, handlers.Count);
    }

    [Fact]
    public void Publish_from_the_root_runs_every_handler_in_a_scope_that_is_not_the_next_ones()
    {
        using var provider = Provide();
        using var scope = provider.CreateScope();
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();

        publisher.Publish(new StockCounted("A", 3));
        publisher.Publish(new StockCounted("A", 4));

        Assert.Equal(7, provider.GetRequiredService<SingletonCounter>().Sum);
        Assert.Empty(scope.ServiceProvider.GetRequiredService<Shelf>().Handlers);
    }

    [Fact]
    public async Task Method_gets_its_services_and_the_token_in_any_order()
    {
        await using var provider = Provide();
        await using var scope = provider.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>().PublishAsync(new StockClosed("A"), Token);

        Assert.Equal(["closed A"], scope.ServiceProvider.GetRequiredService<Shelf>().Handlers);
    }

    [Fact]
    public void Synchronous_publish_of_an_event_with_an_asynchronous_handler_names_it()
    {
        using var provider = Provide();

        var exception = Assert.Throws<AsyncHandlersException>(
            () => provider.GetRequiredService<IDomainEventPublisher>().Publish(new StockClosed("A")));

        Assert.Contains("StockAudit.OnAsync", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Method_gets_the_service_of_its_key()
    {
        await using var provider = Provide();

        await provider.GetRequiredService<IDomainEventPublisher>().PublishAsync(new ParcelPacked("P-1"), Token);

        Assert.Contains("Receipts.PrintAsync label P-1", provider.Lines());
    }

    [Fact]
    public void Method_that_lacks_the_service_of_its_key_is_named_with_both()
    {
        var services = new ServiceCollection().AddDomainEvents().AddSurroundings();
        services.Remove(services.Single(service => service.ServiceType == typeof(IPrinter) && service.IsKeyedService));
        using var provider = services.BuildChecked();

        var exception = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<DomainEventPublisher>());

        Assert.Contains($"'Shop.Tests.Stock.Labels.PrintAsync' takes '{typeof(IPrinter)}' with the key 'labels'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Method_that_lacks_its_service_is_named_with_it()
    {
        var services = new ServiceCollection().AddDomainEvents().AddSurroundings();
        services.Remove(services.Single(service => service.ServiceType == typeof(IPrinter) && !service.IsKeyedService));
        using var provider = services.BuildChecked();

        var exception = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<DomainEventPublisher>());

        Assert.Contains("Shop.Receipts.PrintAsync", exception.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(IPrinter).FullName!, exception.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provide() => new ServiceCollection().AddDomainEvents().AddSurroundings().BuildChecked();
}
