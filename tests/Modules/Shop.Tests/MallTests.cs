using DomainEvents;
using Mall.Billing;
using Mall.Shipping;
using Microsoft.Extensions.DependencyInjection;

namespace Shop.Tests;

/// <summary>A modular monolith: two modules that each register themselves, one of which knows the other.</summary>
public sealed class MallTests
{
    [Fact]
    public void Modules_share_one_publisher_and_no_handler_runs_twice()
    {
        using var provider = new ServiceCollection().AddBilling().AddShipping().BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new InvoicePaid("I-1"));

        Assert.Equal(1, provider.GetRequiredService<Ledger>().Entries);
        Assert.Equal(["I-1"], provider.GetRequiredService<Dispatcher>().Shipped);
    }

    [Fact]
    public void Order_of_the_modules_does_not_matter()
    {
        using var provider = new ServiceCollection().AddShipping().AddBilling().BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new InvoicePaid("I-1"));

        Assert.Equal(1, provider.GetRequiredService<Ledger>().Entries);
        Assert.Equal(["I-1"], provider.GetRequiredService<Dispatcher>().Shipped);
    }

    [Fact]
    public void Module_that_is_not_registered_takes_no_part()
    {
        using var provider = new ServiceCollection().AddBilling().BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new InvoicePaid("I-1"));

        Assert.Equal(1, provider.GetRequiredService<Ledger>().Entries);
        Assert.Null(provider.GetService<Dispatcher>());
    }
}
