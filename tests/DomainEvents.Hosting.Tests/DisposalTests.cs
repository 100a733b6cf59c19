using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

public sealed class DisposalTests
{
    [Fact]
    public void Disposed_container_has_disposed_the_core()
    {
        var provider = Container.Describe(Table()).BuildChecked();
        var core = provider.GetRequiredService<DomainEventPublisher>();

        provider.Dispose();

        Assert.Throws<ObjectDisposedException>(() => core.Publish(new OrderPlaced()));
    }

    [Fact]
    public async Task Container_disposed_asynchronously_has_disposed_the_core()
    {
        var provider = Container.Describe(Table()).BuildChecked();
        var core = provider.GetRequiredService<DomainEventPublisher>();

        await provider.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => core.Publish(new OrderPlaced()));
    }

    [Fact]
    public void Scope_that_ends_leaves_the_core_alive()
    {
        using var provider = Container.Describe(Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>())).BuildChecked();
        using (var scope = provider.CreateScope())
        {
            scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>();
            scope.ServiceProvider.GetRequiredService<IDomainEventSubscriber>();
            scope.ServiceProvider.GetRequiredService<DomainEventPublisher>();
        }

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Single(provider.GetRequiredService<Journal>().Entries);
    }

    [Fact]
    public void Subscriber_of_a_container_sees_what_its_scopes_publish()
    {
        using var provider = Container.Describe(Table()).BuildChecked();
        using var scope = provider.CreateScope();
        var seen = new List<OrderPlaced>();
        var placed = new OrderPlaced();
        using var subscription = provider.GetRequiredService<IDomainEventSubscriber>().Subscribe<OrderPlaced>(seen.Add);

        scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>().Publish(placed);

        Assert.Equal([placed], seen);
    }
}
