using DomainEvents.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Shop;

/// <summary>The applications that the guides describe.</summary>
internal static class Hosts
{
    public static IHost CreateOneMachine() => Create(builder =>
    {
        builder.Services.AddDomainEvents();
        builder.Services.AddOutbox(outbox => outbox.UseSqlite("Data Source=app.db"));
    });

    public static IHost CreateOneDatabase() => Create(builder =>
    {
        builder.Services.AddDomainEvents();
        builder.Services.AddOutbox(outbox => outbox.UsePostgreSql("Host=db;Database=shop;Username=shop"));
    });

    public static IHost CreateSender(string connectionString, Uri broker) => Create(builder =>
    {
        builder.Services.AddDomainEvents();
        builder.Services.AddOutbox(outbox => outbox
            .UsePostgreSql(connectionString)
            .PublishTo(to => to.RabbitMq(rabbit =>
            {
                rabbit.Uri = broker;    // amqp://shop:secret@broker:5672/
                rabbit.Exchange = "domain-events";
                rabbit.Source = "urn:shop";
            })));
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            "outbox", services => services.GetRequiredService<OutboxHealthCheck>(), failureStatus: null, tags: null));
    });

    public static IHost CreateConsumer(string connectionString, Uri broker) => Create(builder =>
    {
        builder.Services.AddDomainEvents();
        builder.Services.AddOutbox(outbox => outbox
            .UsePostgreSql(connectionString)
            .ConsumeFromRabbitMq(consumer =>
            {
                consumer.Uri = broker;
                consumer.Queue = "stock";
                consumer.Bindings.Add("order.*");
            }));
    });

    private static IHost Create(Action<HostApplicationBuilder> describe)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        describe(builder);
        return builder.Build();
    }
}
