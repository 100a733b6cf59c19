using System.Diagnostics;
using DomainEvents.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using RabbitMQ.Client;

namespace DomainEvents.Benchmarks.Outbox;

/// <summary>
/// From the commit to the arrival in a queue, message by message on an idle system. No benchmark of the usual kind: what counts is the
/// slowest of a hundred, not the mean.
/// </summary>
internal static class LatencyRun
{
    public const string Command = "outbox-latency";

    private const int Messages = 1000;
    private const int WarmUp = 100;

    public static async Task RunAsync()
    {
        var name = $"latency_{Guid.NewGuid():N}";
        await using var admin = NpgsqlDataSource.Create(Servers.PostgreSql);
        await ExecuteAsync(admin, "create schema " + name);
        await using var dataSource = NpgsqlDataSource.Create($"{Servers.PostgreSql};Search Path={name}");
        var confirmed = new Confirmations();
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddDomainEvents();
        builder.Services.AddOutbox(outbox => outbox.UsePostgreSql(dataSource).PublishTo(to => to.RabbitMq(rabbit => (rabbit.Uri, rabbit.Exchange) = (Servers.RabbitMq, name))));
        using var host = builder.Build();
        await using var connection = await new ConnectionFactory { Uri = Servers.RabbitMq }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(name, ExchangeType.Topic, durable: true);
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(name, name, "#");
        await channel.BasicConsumeAsync(name, autoAck: true, confirmed.Listen(channel));
        await host.StartAsync();
        try
        {
            List<double> milliseconds = [];
            for (var number = 0; number < WarmUp + Messages; number++)
            {
                await using var scope = host.Services.CreateAsyncScope();
                await using var sender = await dataSource.OpenConnectionAsync();
                await using var work = await scope.ServiceProvider.GetRequiredService<UnitOfWorkFactory>().BeginAsync(sender);
                work.Raise(Paid.Create());
                var arrival = confirmed.NextAsync();
                await work.CommitAsync();
                var committed = Stopwatch.GetTimestamp();
                await arrival;
                milliseconds.Add(Stopwatch.GetElapsedTime(committed).TotalMilliseconds);
            }

            milliseconds = [.. milliseconds.Skip(WarmUp).Order()];
            Console.WriteLine(FormattableString.Invariant(
                $"commit to arrival, {Messages} messages: p50 {milliseconds[Messages / 2]:0.00} ms, p99 {milliseconds[Messages * 99 / 100]:0.00} ms, slowest {milliseconds[^1]:0.00} ms"));
        }
        finally
        {
            await host.StopAsync();
            await channel.QueueDeleteAsync(name);
            await channel.ExchangeDeleteAsync(name);
            await ExecuteAsync(admin, $"drop schema {name} cascade");
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource dataSource, string text)
    {
        await using var command = dataSource.CreateCommand(text);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Confirmations
    {
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task NextAsync() => (_next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public IAsyncBasicConsumer Listen(IChannel channel)
        {
            var consumer = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, _) =>
            {
                _next.TrySetResult();
                return Task.CompletedTask;
            };
            return consumer;
        }
    }
}
