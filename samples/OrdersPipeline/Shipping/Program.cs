// Ships orders: takes OrderPlaced from its queue and writes each shipment in the transaction of the inbox, in a database of its own.
using DomainEvents.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OrdersPipeline.Contracts;
using OrdersPipeline.Shipping;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
string database = builder.Configuration["Database"] ?? throw new InvalidOperationException("Set Database to a PostgreSQL connection string.");
string broker = builder.Configuration["Broker"] ?? throw new InvalidOperationException("Set Broker to the URI of a RabbitMQ server.");

await using NpgsqlDataSource dataSource = NpgsqlDataSource.Create(database);
builder.Services.AddDomainEvents();
builder.Services.AddOutbox(outbox =>
{
    // This process sends nothing: the outbox is here for its inbox.
    outbox.Options.RunRelay = false;
    outbox.UsePostgreSql(dataSource).ConsumeFromRabbitMq(consumer =>
    {
        consumer.Uri = new Uri(broker);
        consumer.Queue = "shipping";
        consumer.Bindings.Add(OrderPlaced.EventTypeName);
    });
});

await ShipmentTables.CreateAsync(dataSource);
await builder.Build().RunAsync();
