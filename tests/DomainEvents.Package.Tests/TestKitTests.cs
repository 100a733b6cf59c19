using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>The test kit as a package, in projects with a container and without.</summary>
public class TestKitTests(PackageFixture packages)
{
    private const string Events = """
        using DomainEvents;

        namespace Shop;

        [DomainEvent]
        public partial class OrderPlaced
        {
            public string OrderId { get; }
        }
        """;

    [Fact]
    public async Task Spy_works_without_a_container()
    {
        await PackAsync();
        var consumer = packages.CreateConsumer("spy")
            .WithFile("spy.csproj", Project("DomainEvents.Testing"))
            .WithFile("Events.cs", Events)
            .WithFile("Program.cs", """
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
                """);

        var run = (await consumer.RunAsync("run")).AssertSuccess();

        Assert.Equal(
            "Expected no Shop.OrderPlaced to be published; event 1 is one.\nReceived 1 event:\n  1. order.placed  Shop.OrderPlaced",
            run.Output.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task Spy_works_in_the_container_of_an_application()
    {
        await PackAsync();
        var consumer = packages.CreateConsumer("container")
            .WithFile("container.csproj", Project("DomainEvents.Testing", "DomainEvents.Hosting"))
            .WithFile("Events.cs", Events)
            .WithFile("Program.cs", """
                using DomainEvents;
                using DomainEvents.Testing;
                using Microsoft.Extensions.DependencyInjection;
                using Shop;

                await using var provider = new ServiceCollection().AddDomainEvents().AddEventSpy().BuildServiceProvider();
                provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced("O-1"));
                Console.WriteLine(provider.GetRequiredService<EventSpy>().CountOf(EventTypes.OrderPlaced));
                """);

        Assert.Equal("1", (await consumer.RunAsync("run")).AssertSuccess().Output.Trim());
    }

    /// <summary>Written against an older container than ours: the newest that was there when .NET 8 came.</summary>
    [Fact]
    public async Task Spy_builds_beside_an_older_container_without_a_conflict()
    {
        await PackAsync();
        var consumer = packages.CreateConsumer("older")
            .WithFile("older.csproj", ConsumerProject.CSharp(
                $"""<PackageReference Include="DomainEvents.Testing" Version="{packages.Version}" /><PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="8.0.0" />""",
                ConsumerProject.Executable + "<DomainEventsNamespace>Shop</DomainEventsNamespace>"))
            .WithFile("Events.cs", Events)
            .WithFile("Program.cs", """
                using DomainEvents;
                using DomainEvents.Testing;
                using Microsoft.Extensions.DependencyInjection;

                using var publisher = new DomainEventPublisher();
                using EventSpy spy = EventSpy.Attach(publisher);
                Console.WriteLine(new ServiceCollection().AddEventSpy().Count);
                """);

        Assert.Equal("2", (await consumer.RunAsync("run")).AssertSuccess().Output.Trim());
    }

    private async Task PackAsync()
    {
        await packages.PackAsync("src/DomainEvents");
        await packages.PackAsync("src/DomainEvents.Hosting");
        await packages.PackAsync("src/DomainEvents.Testing");
    }

    private string Project(params string[] references) => ConsumerProject.CSharp(
        string.Concat(references.Select(reference => $"""<PackageReference Include="{reference}" Version="{packages.Version}" />""")),
        ConsumerProject.Executable + "<DomainEventsNamespace>Shop</DomainEventsNamespace>");
}
