using DomainEvents;
using DomainEvents.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Shop.Events;

namespace Shop.Tests;

/// <summary>The statements that the guide to hosting shows, run. Declarations that it shows stand in the projects of the shop.</summary>
public sealed class HostingGuideCode
{
    [Fact]
    public async Task Registering_and_scopes_work_as_shown()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddShop().AddSurroundings();

        builder.Services.AddDomainEvents();

        builder.Services.AddDomainEvents(options =>
        {
            options.Concurrency = HandlerConcurrency.Concurrent;
            options.MaxDepth = 16;
        });

        using var host = builder.Build();
        var services = host.Services;

        await using var scope = services.CreateAsyncScope();
        var checkout = scope.ServiceProvider.GetRequiredService<Checkout>();
        await checkout.PlaceAsync("O-1", 10m, cancellationToken);

        Assert.Contains("Receipts.PrintAsync O-1: 10", services.Lines());
    }

    [Fact]
    public async Task Test_without_a_container_works_as_shown()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        var placed = new List<OrderPlaced>();
        publisher.Subscribe<OrderPlaced>(placed.Add);

        await new Checkout(publisher).PlaceAsync("O-1", 10m, cancellationToken);

        Assert.Equal("O-1", Assert.Single(placed).OrderId);
    }

    [Fact]
    public async Task Test_with_a_replaced_service_works_as_shown()
    {
        var printer = new SilentPrinter();
        var services = new ServiceCollection().AddSurroundings();

        services.AddShop();
        services.AddSingleton<IPrinter>(printer);

        await using var provider = services.BuildChecked();
        await provider.GetRequiredService<Checkout>().PlaceAsync("O-1", 10m, TestContext.Current.CancellationToken);
        Assert.Equal(1, printer.Calls);
    }

    [Fact]
    public async Task Test_without_handlers_works_as_shown()
    {
        var services = new ServiceCollection().AddSurroundings();

        services.AddShop(options => options.Handlers = HandlerTable.Empty);

        await using var provider = services.BuildChecked();
        await provider.GetRequiredService<Checkout>().PlaceAsync("O-1", 10m, TestContext.Current.CancellationToken);
        Assert.Empty(provider.Lines());
    }

    [Fact]
    public async Task Health_check_works_as_shown()
    {
        var services = new ServiceCollection().AddSurroundings().AddLogging();
        services.AddShop();

        services.AddHealthChecks().AddCheck<DomainEventHealthCheck>("domain-events");

        await using var provider = services.BuildChecked();
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Healthy, report.Entries["domain-events"].Status);
    }

    private sealed class SilentPrinter : IPrinter
    {
        public int Calls { get; private set; }

        public Task PrintAsync(string text, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.CompletedTask;
        }
    }
}
