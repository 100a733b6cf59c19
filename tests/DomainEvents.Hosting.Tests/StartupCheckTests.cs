using DomainEvents.Hosting.CompilerServices;
using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

public sealed class StartupCheckTests
{
    private static readonly HandWrittenHandler s_scopedClass = HandWrittenHandler.Class<JournalHandler, OrderPlaced>();

    private static readonly HandWrittenHandler s_method = HandWrittenHandler.Method<OrderPlaced, IPrinter>("Shop.Receipts.Print", (_, _) => { });

    private static readonly HandWrittenHandler s_keyedMethod = HandWrittenHandler.KeyedMethod<OrderPlaced, IPrinter>("Shop.Receipts.Print", "red");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Registration_by_hand_with_another_lifetime_is_refused_by_name()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Journal>();
        services.AddTransient<JournalHandler>();
        DomainEventsRegistration.Add(services, Table(s_scopedClass), configure: null);

        var message = RefusalOf(services);

        Assert.Contains($"'{typeof(JournalHandler)}' is declared Scoped and registered Transient", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Registration_by_hand_after_the_handlers_is_refused_too()
    {
        var services = Container.Describe(Table(s_scopedClass));
        services.AddSingleton<JournalHandler>();

        Assert.Contains("is declared Scoped and registered Singleton", RefusalOf(services), StringComparison.Ordinal);
    }

    [Fact]
    public void Method_that_lacks_a_service_is_refused_with_both_names()
    {
        var message = RefusalOf(Container.Describe(Table(s_method)));

        Assert.Contains($"'Shop.Receipts.Print' takes '{typeof(IPrinter)}'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Method_that_lacks_a_keyed_service_is_refused_with_its_key()
    {
        var services = Container.Describe(Table(s_keyedMethod));
        services.AddSingleton<IPrinter, Printer>();
        services.AddKeyedSingleton<IPrinter, Printer>("blue");

        Assert.Contains($"'Shop.Receipts.Print' takes '{typeof(IPrinter)}' with the key 'red', which is not registered", RefusalOf(services), StringComparison.Ordinal);
    }

    [Fact]
    public void Keyed_service_that_is_there_is_found()
    {
        var services = Container.Describe(Table(s_keyedMethod));
        services.AddKeyedScoped<IPrinter, Printer>("red");
        using var provider = services.BuildChecked();

        Assert.NotNull(provider.GetRequiredService<DomainEventPublisher>());
    }

    [Fact]
    public void Container_that_knows_no_keys_is_refused_with_what_to_do()
    {
        var services = Container.Describe(Table(s_keyedMethod));
        var create = services.Single(service => service.ServiceType == typeof(DomainEventPublisher)).ImplementationFactory!;
        using var provider = services.BuildChecked();

        var thrown = Assert.Throws<InvalidOperationException>(() => create(new Keyless(provider)));

        Assert.Contains("with the key 'red', and this container knows no keyed services: use one that does", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_come_in_one_error()
    {
        var services = Container.Describe(Table("Shop", s_scopedClass));
        DomainEventsRegistration.Add(services, Table("Receipts", s_method), configure: null);
        services.AddSingleton<JournalHandler>();

        var message = RefusalOf(services);

        Assert.Contains(nameof(JournalHandler), message, StringComparison.Ordinal);
        Assert.Contains("Shop.Receipts.Print", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Handlers_set_in_the_options_must_be_registered()
    {
        var services = Container.Describe(Table(), options => options.Handlers = Table(s_scopedClass));

        Assert.Contains($"'{typeof(JournalHandler)}' is not registered", RefusalOf(services), StringComparison.Ordinal);
    }

    [Fact]
    public void Service_registered_after_the_handlers_is_found()
    {
        var services = Container.Describe(Table(s_method));
        services.AddSingleton<IPrinter, Printer>();
        using var provider = services.BuildChecked();

        Assert.NotNull(provider.GetRequiredService<DomainEventPublisher>());
    }

    [Fact]
    public async Task Host_whose_container_does_not_fit_fails_before_its_services_start()
    {
        var other = new OtherService();
        var builder = CreateHostBuilder(Table(s_method), other);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Token));

        Assert.Contains(nameof(IPrinter), exception.Message, StringComparison.Ordinal);
        Assert.False(other.HasStarted);
    }

    [Fact]
    public async Task Host_whose_container_fits_starts_publishes_and_stops()
    {
        var builder = CreateHostBuilder(Table(s_scopedClass));
        DomainEventPublisher core;
        using (var host = builder.Build())
        {
            await host.StartAsync(Token);
            core = host.Services.GetRequiredService<DomainEventPublisher>();
            host.Services.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

            Assert.Single(host.Services.GetRequiredService<Journal>().Entries);
            await host.StopAsync(Token);
        }

        Assert.Throws<ObjectDisposedException>(() => core.Publish(new OrderPlaced()));
    }

    private static string RefusalOf(IServiceCollection services)
    {
        using var provider = services.BuildChecked();
        return Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IDomainEventPublisher>()).Message;
    }

    private static HostApplicationBuilder CreateHostBuilder(HandlerTable table, params IHostedService[] services)
    {
        // Development is where the host validates scopes and constructors.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Services.AddSingleton<Journal>();
        foreach (var service in services)
        {
            builder.Services.AddSingleton(service);
        }

        DomainEventsRegistration.Add(builder.Services, table, configure: null);
        return builder;
    }

    private interface IPrinter;

    private sealed class Printer : IPrinter;

    /// <summary>What a container of former days answers with.</summary>
    private sealed class Keyless(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IServiceProviderIsKeyedService) ? null : services.GetService(serviceType);
    }

    private sealed class OtherService : IHostedService
    {
        public bool HasStarted { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            HasStarted = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
