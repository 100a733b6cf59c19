namespace DomainEvents.Benchmarks.Outbox;

/// <summary>Servers that run already: <c>samples/OrdersPipeline/pipeline start</c> starts both.</summary>
internal static class Servers
{
    public static string PostgreSql => Read("OUTBOX_POSTGRESQL", "Host=127.0.0.1;Port=54320;Username=postgres;Database=postgres");

    public static Uri RabbitMq => new(Read("OUTBOX_RABBITMQ", "amqp://guest:guest@127.0.0.1:56720/"));

    private static string Read(string variable, string example) => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"Set {variable} to a server, after samples/OrdersPipeline/pipeline start to: {example}");
}
