// Takes orders: POST /orders writes the order and its event in one transaction; the relay in this process sends the event to RabbitMQ.
using DomainEvents.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using OrdersPipeline.Api;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
string database = builder.Configuration["Database"] ?? throw new InvalidOperationException("Set Database to a PostgreSQL connection string.");
string broker = builder.Configuration["Broker"] ?? throw new InvalidOperationException("Set Broker to the URI of a RabbitMQ server.");

await using NpgsqlDataSource dataSource = NpgsqlDataSource.Create(database);
builder.Services.AddSingleton(dataSource);
builder.Services.AddScoped<Orders>();
builder.Services.AddDomainEvents();
builder.Services.AddOutbox(outbox => outbox
    .UsePostgreSql(dataSource)
    .PublishTo(to => to.RabbitMq(rabbit =>
    {
        rabbit.Uri = new Uri(broker);
        rabbit.Source = "urn:orders-pipeline:api";
    })));
builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
    "outbox", services => services.GetRequiredService<OutboxHealthCheck>(), failureStatus: null, tags: null));

await OrderTables.CreateAsync(dataSource);
WebApplication app = builder.Build();
app.MapPost("/orders", async (OrderRequest request, Orders orders, CancellationToken cancellationToken) =>
    request.Problem is { } problem
        ? Results.BadRequest(problem)
        : await orders.PlaceAsync(request, cancellationToken)
            ? Results.Created($"/orders/{request.OrderId}", request)
            : Results.Conflict($"There is an order {request.OrderId} already."));
app.MapGet("/orders/count", (Orders orders, CancellationToken cancellationToken) => orders.CountAsync(cancellationToken));
app.MapHealthChecks("/health");
app.Run();
