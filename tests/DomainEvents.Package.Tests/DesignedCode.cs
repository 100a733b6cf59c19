namespace DomainEvents.Package.Tests;

/// <summary>What the product promises that a user may write, as a program.</summary>
internal static class DesignedCode
{
    public const string Events = """
        using DomainEvents;

        namespace Shop;

        [DomainEvent]
        public partial class StrategyCreated
        {
            public string StrategyId { get; }
            public string StrategyName { get; }
            [AllowBlank] public string Memo { get; }
            public string? Reason { get; }
            public decimal Budget { get; }
        }

        [DomainEvent("trigger.fired", Version = 2, Durable = true)]
        public sealed partial record TriggerFired(Guid TriggerId, string Symbol, decimal Price);
        """;

    public const string Handlers = """
        using DomainEvents;
        using Microsoft.Extensions.Logging;

        namespace Shop;

        public interface IMailer
        {
            ValueTask SendAsync(string text, CancellationToken cancellationToken);
        }

        public sealed class Mailer : IMailer
        {
            public List<string> Sent { get; } = [];

            public ValueTask SendAsync(string text, CancellationToken cancellationToken)
            {
                Sent.Add(text);
                return default;
            }
        }

        public sealed class WelcomeMail(IMailer mailer) : IAsyncDomainEventHandler<StrategyCreated>
        {
            public ValueTask HandleAsync(StrategyCreated domainEvent, CancellationToken cancellationToken) =>
                mailer.SendAsync(domainEvent.StrategyId, cancellationToken);
        }

        public static class Audit
        {
            [DomainEventHandler(Order = 10)]
            public static void On(StrategyCreated domainEvent, ILogger<WelcomeMail> log) => log.LogInformation("{Id}", domainEvent.StrategyId);

            [DomainEventHandler]
            internal static void OnFired(TriggerFired domainEvent) => Console.WriteLine($"fired {domainEvent.Symbol}");
        }
        """;

    public const string Program = """"
        using System.Text.Json;
        using DomainEvents;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Logging.Abstractions;
        using Shop;

        var mailer = new Mailer();
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IMailer>(mailer);
        services.AddDomainEvents();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();
        var subscriber = provider.GetRequiredService<IDomainEventSubscriber>();

        using EventSubscription subscription = subscriber.Subscribe<StrategyCreated>(e => Console.WriteLine($"seen {e.StrategyName}"));
        await publisher.PublishAsync(new StrategyCreated("S-1", "Momentum", memo: "", budget: 10m), CancellationToken.None);
        publisher.Publish(new TriggerFired(Guid.NewGuid(), "SPX", 1m));
        Console.WriteLine($"mails {mailer.Sent.Count}");
        Console.WriteLine(EventTypes.StrategyCreated);
        Console.WriteLine(StrategyCreated.EventTypeName);
        Console.WriteLine(TriggerFired.EventTypeVersion);

        Print(() => new StrategyCreated(" ", "Momentum", memo: "", budget: 10m));
        Print(() => new StrategyCreated("S-1", "Momentum", memo: null!, budget: 10m));
        Print(() => _ = new TriggerFired(Guid.NewGuid(), "SPX", 1m) with { Symbol = "" });
        Print(() => _ = JsonSerializer.Deserialize<TriggerFired>("""{"TriggerId":"6f9619ff-8b86-d011-b42d-00c04fc964ff","Price":1}"""));
        #pragma warning disable DEVT1408 // What it warns of is to be seen.
        Print(() => publisher.Publish(new StrategyCreated("S-1", "Momentum", memo: "", budget: 10m)));
        #pragma warning restore DEVT1408

        static void Print(Action action)
        {
            try
            {
                action();
                Console.WriteLine("nothing thrown");
            }
            catch (Exception exception)
            {
                Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
            }
        }
        """";
}
