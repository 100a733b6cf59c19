using DomainEvents;
using DomainEvents.CompilerServices;
using DomainEvents.Testing;
using DomainEvents.Testing.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts an <see cref="EventSpy"/> into a container.</summary>
public static class EventSpyServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="EventSpy"/> that sees what every scope of the container publishes, from the first event on: it is attached when
    /// the publisher is built. Order and number of the calls do not matter.
    /// </summary>
    /// <param name="services">A container with <c>AddDomainEvents()</c>.</param>
    /// <returns>The same container.</returns>
    public static IServiceCollection AddEventSpy(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static service => service.ServiceType == typeof(EventSpy)))
        {
            return services;
        }

        services.AddSingleton(static provider => new EventSpy(TimeProvider.System, spy => BuildPublisher(provider, spy)));
        services.AddSingleton<PublisherAttachment>(static provider => new EventSpyAttachment(provider.GetRequiredService<EventSpy>()));
        return services;
    }

    /// <summary>Asks for the publisher, which attaches the spy. A spy that nothing attaches would let every negative assertion pass.</summary>
    private static void BuildPublisher(IServiceProvider services, EventSpy spy)
    {
        services.GetService<DomainEventPublisher>();
        if (!spy.IsAttached)
        {
            throw new InvalidOperationException(
                "The container has no publisher that AddDomainEvents() registered, so that its spy would see nothing. " +
                "Call AddDomainEvents(), or attach a spy to your own publisher with EventSpy.Attach(publisher).");
        }
    }
}
