using DomainEvents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop.Events;

namespace Shop.Tests;

/// <summary>An application of four assemblies whose internals none of the others can see.</summary>
public sealed class ShopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handlers_of_all_assemblies_run_in_one_order()
    {
        await using var provider = Provide();
        await using var scope = provider.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<Checkout>().PlaceAsync("O-1", 10m, Token);

        Assert.Equal(
            [
                "Billing.CustomerFile",
                "Shipping.Dock.Load",
                "Shipping.OrderWatch",
                "Receipts.PrintAsync O-1: 10",
                "Billing.InvoiceWriter",
                "Billing.InvoiceArchive O-1",
                "Billing.MonthEnd.Closer O-1",
                "Shipping.EverythingWatch month.closed",
                "Shipping.EverythingWatch invoice.issued",
                "Shipping.EverythingWatch order.placed",
            ],
            provider.Lines());
        Assert.Equal(10m, provider.GetRequiredService<Turnover>().Total);
    }

    [Fact]
    public void Event_without_asynchronous_handlers_is_published_synchronously()
    {
        using var provider = Provide();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderCancelled("O-1"));

        Assert.Equal(["Shipping.Dock.Unload", "Shipping.OrderWatch", "Shipping.EverythingWatch order.cancelled"], provider.Lines());
    }

    [Fact]
    public async Task Host_starts_and_stops_with_the_handlers_of_all_assemblies()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Services.AddShop().AddSurroundings();
        using var host = builder.Build();
        await host.StartAsync(Token);

        await host.Services.GetRequiredService<Checkout>().PlaceAsync("O-1", 10m, Token);
        await host.StopAsync(Token);

        Assert.Equal(10, host.Services.Lines().Count);
    }

    [Fact]
    public async Task Application_and_test_project_may_both_register()
    {
        await using var provider = new ServiceCollection().AddShop().AddDomainEvents().AddSurroundings().BuildChecked();

        await provider.GetRequiredService<Checkout>().PlaceAsync("O-1", 10m, Token);

        Assert.Equal(10, provider.Lines().Count);
    }

    [Fact]
    public async Task Callback_that_the_application_passes_on_can_leave_out_its_handlers()
    {
        await using var provider = new ServiceCollection()
            .AddShop(options => options.Handlers = HandlerTable.Empty).AddSurroundings().BuildChecked();

        await provider.GetRequiredService<Checkout>().PlaceAsync("O-1", 10m, Token);

        Assert.Empty(provider.Lines());
    }

    private static ServiceProvider Provide() => new ServiceCollection().AddShop().AddSurroundings().BuildChecked();
}
