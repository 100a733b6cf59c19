using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>Projects on the test kit: without a container, with one, and beside one older than ours.</summary>
public sealed class TestKitShapes : ConsumerSolution
{
    private const string Event = """


        namespace Shop
        {
            [DomainEvent]
            public partial class OrderPlaced
            {
                public string OrderId { get; }
            }
        }
        """;

    public TestKitShapes(PackageFixture packages)
        : base(packages, "testkit")
    {
        Add("Spy", Ours("DomainEvents.Testing"), """
            using DomainEvents;
            using DomainEvents.Testing;
            using Shop;

            using var publisher = new DomainEventPublisher();
            using EventSpy spy = EventSpy.Attach(publisher);
            publisher.Publish(new OrderPlaced("O-1"));
            spy.AssertPublished(EventTypes.OrderPlaced, count: 1);
            await spy.WaitForHandlersAsync(EventTypes.OrderPlaced, TimeSpan.FromSeconds(5));
            try
            {
                spy.AssertNotPublished<OrderPlaced>();
            }
            catch (EventAssertionException exception)
            {
                Console.WriteLine(exception.Message);
            }
            """ + Event);
        Add("Container", Ours("DomainEvents.Testing", "DomainEvents.Hosting"), """
            using DomainEvents;
            using DomainEvents.Testing;
            using Microsoft.Extensions.DependencyInjection;
            using Shop;

            await using var provider = new ServiceCollection().AddDomainEvents().AddEventSpy().BuildServiceProvider();
            provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced("O-1"));
            Console.WriteLine(provider.GetRequiredService<EventSpy>().CountOf(EventTypes.OrderPlaced));
            """ + Event);
        Add("Older", Project(Package("DomainEvents.Testing", Version) + Package("Microsoft.Extensions.DependencyInjection", "8.0.0")), """
            using DomainEvents;
            using DomainEvents.Testing;
            using Microsoft.Extensions.DependencyInjection;

            using var publisher = new DomainEventPublisher();
            using EventSpy spy = EventSpy.Attach(publisher);
            Console.WriteLine(new ServiceCollection().AddEventSpy().Count);
            """ + Event);
    }

    private static string Package(string id, string version) => $"""<PackageReference Include="{id}" Version="{version}" />""";

    private static string Project(string references) =>
        ConsumerProject.CSharp(references, ConsumerProject.Executable + "<DomainEventsNamespace>Shop</DomainEventsNamespace>");

    private string Ours(params string[] references) => Project(string.Concat(references.Select(reference => Package(reference, Version))));
}
