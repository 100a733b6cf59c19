using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DomainEvents.Persistence.CrashChild;

/// <summary>The receiving application on a broker, in the same process so that it dies with it: a consumer with its inbox.</summary>
internal static class Consumer
{
    /// <summary>More than a message can meet in a run: none shall be given up.</summary>
    private const int MaxDeliveries = 1000;

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);

    /// <summary>Starts it. Its container also holds what the sender needs; the relay is the child's own.</summary>
    public static async Task<IHost> StartAsync(ChildOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddDomainEvents();
        builder.Services.AddOutbox(outbox =>
        {
            outbox.Options.RunRelay = false;
            outbox.UsePostgreSql(options.PostgreSql!).PublishTo(to => to.RabbitMq(rabbit =>
            {
                (rabbit.Uri, rabbit.Exchange, rabbit.Source) = (new Uri(options.Broker!), options.Exchange, "urn:" + options.Name);
                rabbit.PublishTimeout = s_timeout;
            }));
            if (!options.SendsOnly)
            {
                outbox.ConsumeFromRabbitMq(consumer =>
                {
                    (consumer.Uri, consumer.Exchange, consumer.Queue) = (new Uri(options.Broker!), options.Exchange, options.Exchange);
                    consumer.MaxDeliveries = MaxDeliveries;
                    consumer.Bindings.Add(AccountChanged.EventTypeName);
                });
            }
        });
        if (options.Without == "inbox")
        {
            builder.Services.AddSingleton<IInbox, NoInbox>();
        }

        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
