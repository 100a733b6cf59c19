using DomainEvents.Hosting.CompilerServices;
using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

public sealed class RegistrationTests
{
    [Theory]
    [InlineData(HandlerLifetime.Scoped, ServiceLifetime.Scoped)]
    [InlineData(HandlerLifetime.Singleton, ServiceLifetime.Singleton)]
    [InlineData(HandlerLifetime.Transient, ServiceLifetime.Transient)]
    public void Handler_class_is_registered_by_its_type_with_the_declared_lifetime(HandlerLifetime declared, ServiceLifetime expected)
    {
        var services = Container.Describe(Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>(declared)));

        var service = Assert.Single(services, service => service.ServiceType == typeof(JournalHandler));
        Assert.Equal(expected, service.Lifetime);
        Assert.Equal(typeof(JournalHandler), service.ImplementationType);
    }

    [Fact]
    public void Handler_whose_constructor_lacks_a_service_fails_when_the_container_is_built()
    {
        var services = new ServiceCollection();
        DomainEventsRegistration.Add(services, Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>()), configure: null);

        var exception = Assert.Throws<AggregateException>(() => services.BuildChecked());

        Assert.Contains(nameof(Journal), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_call_with_the_same_table_changes_nothing()
    {
        var table = Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>());
        var services = Container.Describe(table);
        var once = services.ToArray();

        DomainEventsRegistration.Add(services, table, configure: null);

        Assert.Equal(once, services);
    }

    [Fact]
    public void Tables_of_several_modules_serve_one_publisher()
    {
        var calls = new List<string>();
        var billing = HandWrittenHandler.Method<OrderPlaced>("Billing.On", _ => calls.Add("billing"));
        var shipping = HandWrittenHandler.Method<OrderPlaced>("Shipping.On", _ => calls.Add("shipping"));
        var services = Container.Describe(Table("Billing", billing));
        DomainEventsRegistration.Add(services, Table("Shipping", shipping), configure: null);
        using var provider = services.BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Equal(["billing", "shipping"], calls);
    }

    [Fact]
    public void Module_that_is_in_two_tables_is_called_once()
    {
        var calls = 0;
        var shared = new HandWrittenModule("Shop", HandWrittenHandler.Method<OrderPlaced>("Shop.On", _ => calls++));
        var services = Container.Describe(new HandlerTable([shared], () => []));
        DomainEventsRegistration.Add(services, new HandlerTable([shared, new HandWrittenModule("Billing")], () => []), configure: null);
        using var provider = services.BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Equal(1, calls);
    }

    [Fact]
    public void Callbacks_run_once_in_the_order_of_the_calls()
    {
        var calls = new List<string>();
        var table = Table();
        var services = Container.Describe(table, _ => calls.Add("first"));
        DomainEventsRegistration.Add(services, table, _ => calls.Add("second"));
        DomainEventsRegistration.Add(services, Table("Billing"), _ => calls.Add("third"));
        using var provider = services.BuildChecked();
        Assert.Empty(calls);

        provider.GetRequiredService<DomainEventPublisher>();
        provider.GetRequiredService<DomainEventPublisher>();

        Assert.Equal(["first", "second", "third"], calls);
    }

    [Fact]
    public void Handler_registered_by_hand_with_the_declared_lifetime_is_kept()
    {
        var own = new Journal();
        var services = new ServiceCollection();
        services.AddScoped(_ => new JournalHandler(own));
        DomainEventsRegistration.Add(services, Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>()), configure: null);
        using var provider = services.BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Single(own.Entries);
    }

    [Fact]
    public void Keyed_services_beside_the_handlers_do_no_harm()
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<Journal>("other");
        services.AddKeyedSingleton("other", new Journal());
        services.AddKeyedSingleton<JournalHandler>("other");
        services.AddSingleton<Journal>();
        DomainEventsRegistration.Add(services, Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>()), configure: null);
        services.AddKeyedSingleton<JournalHandler>("later");
        using var provider = services.BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Single(provider.GetRequiredService<Journal>().Entries);
    }

    [Fact]
    public void Two_containers_from_one_description_have_publishers_of_their_own()
    {
        var services = Container.Describe(Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>()));
        using var first = services.BuildChecked();
        using var second = services.BuildChecked();

        first.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.NotSame(first.GetRequiredService<DomainEventPublisher>(), second.GetRequiredService<DomainEventPublisher>());
        Assert.Single(first.GetRequiredService<Journal>().Entries);
        Assert.Empty(second.GetRequiredService<Journal>().Entries);
    }

    [Fact]
    public void Handlers_set_in_the_options_replace_those_of_the_tables()
    {
        var services = Container.Describe(
            Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>()), options => options.Handlers = HandlerTable.Empty);
        using var provider = services.BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Empty(provider.GetRequiredService<Journal>().Entries);
    }

    [Fact]
    public void Missing_arguments_are_refused()
    {
        Assert.Throws<ArgumentNullException>("services", () => DomainEventsRegistration.Add(null!, HandlerTable.Empty, configure: null));
        Assert.Throws<ArgumentNullException>("table", () => DomainEventsRegistration.Add(new ServiceCollection(), null!, configure: null));
    }
}
