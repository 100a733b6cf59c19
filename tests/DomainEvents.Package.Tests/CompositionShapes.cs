using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>Applications of several projects, each of which gets the packages in another way.</summary>
public sealed class CompositionShapes : ConsumerSolution
{
    private const string CompositionRoot = "<DomainEventsCompositionRoot>true</DomainEventsCompositionRoot>";

    public CompositionShapes(PackageFixture packages)
        : base(packages, "composition")
    {
        AddTransitive();
        AddPrivateAssets();
        AddMonolith();
    }

    // Two projects away from the package, and the generator must still run: the application is the one that knows every handler.
    private void AddTransitive()
    {
        string hosting = $"""<PackageReference Include="DomainEvents.Hosting" Version="{Version}" />""";
        Add("Chain.Events", ConsumerProject.CSharp(hosting), """
            using DomainEvents;

            namespace Chain.Events;

            [DomainEvent]
            public sealed partial record OrderPlaced(string OrderId);

            internal sealed class Ledger : IDomainEventHandler<OrderPlaced>
            {
                public void Handle(OrderPlaced domainEvent) => Console.WriteLine("library " + domainEvent.OrderId);
            }
            """);
        Add("Chain.Middle", ConsumerProject.CSharp("""<ProjectReference Include="../Chain.Events/Chain.Events.csproj" />"""), """
            using Chain.Events;
            using DomainEvents;

            namespace Chain.Middle;

            public static class Warehouse
            {
                [DomainEventHandler(Order = 1)]
                internal static void Reserve(OrderPlaced domainEvent) => Console.WriteLine("middle " + domainEvent.OrderId);
            }
            """);
        Add("Chain.App", ConsumerProject.CSharp("""<ProjectReference Include="../Chain.Middle/Chain.Middle.csproj" />""", ConsumerProject.Executable), """
            using Chain.Events;
            using DomainEvents;
            using Microsoft.Extensions.DependencyInjection;

            var services = new ServiceCollection();
            services.AddDomainEvents();
            using var provider = services.BuildServiceProvider();
            provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced("O-1"));

            internal static class Receipts
            {
                [DomainEventHandler(Order = 2)]
                public static void Print(OrderPlaced domainEvent) => Console.WriteLine("app " + domainEvent.OrderId);
            }
            """);
    }

    // A library that keeps the package to itself; whoever uses it has a reference of its own.
    private void AddPrivateAssets()
    {
        Add("Hidden.Library", ConsumerProject.CSharp($"""<PackageReference Include="DomainEvents" Version="{Version}" PrivateAssets="all" />"""), """
            using DomainEvents;

            namespace Hidden.Library;

            [DomainEvent]
            public sealed partial record OrderPlaced(string OrderId);

            internal sealed class Ledger : IDomainEventHandler<OrderPlaced>
            {
                public void Handle(OrderPlaced domainEvent) => Console.WriteLine("library " + domainEvent.OrderId);
            }
            """);
        Add(
            "Hidden.App",
            ConsumerProject.CSharp(
                $"""<PackageReference Include="DomainEvents" Version="{Version}" PrivateAssets="all" /><ProjectReference Include="../Hidden.Library/Hidden.Library.csproj" />""",
                ConsumerProject.Executable),
            """
            using DomainEvents;
            using Hidden.Library;

            using var publisher = new DomainEventPublisher();
            publisher.Publish(new OrderPlaced("O-1"));
            """);
    }

    // Central package versions, and AddDomainEvents in three modules and their host; one module lets others see its internals.
    private void AddMonolith()
    {
        const string hosting = """<PackageReference Include="DomainEvents.Hosting" />""";
        Write("Mall/Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="DomainEvents.Hosting" Version="{Version}" /></ItemGroup>
            </Project>
            """);
        Add(
            "Mall/Mall.Billing",
            ConsumerProject.CSharp(hosting + """<InternalsVisibleTo Include="Mall.Shipping" /><InternalsVisibleTo Include="Mall.Host" />""", CompositionRoot),
            """
            using DomainEvents;
            using Microsoft.Extensions.DependencyInjection;

            namespace Mall.Billing;

            [DomainEvent]
            public sealed partial record InvoicePaid(string InvoiceId);

            internal sealed class Ledger : IDomainEventHandler<InvoicePaid>
            {
                public void Handle(InvoicePaid domainEvent) => Console.WriteLine("billing " + domainEvent.InvoiceId);
            }

            public static class BillingModule
            {
                public static IServiceCollection AddBilling(this IServiceCollection services) => services.AddDomainEvents();
            }
            """);
        Add(
            "Mall/Mall.Shipping",
            ConsumerProject.CSharp(hosting + """<ProjectReference Include="../Mall.Billing/Mall.Billing.csproj" />""", CompositionRoot),
            """
            using DomainEvents;
            using Mall.Billing;
            using Microsoft.Extensions.DependencyInjection;

            namespace Mall.Shipping;

            internal sealed class Dock : IDomainEventHandler<InvoicePaid>
            {
                public void Handle(InvoicePaid domainEvent) => Console.WriteLine("shipping " + domainEvent.InvoiceId);
            }

            public static class ShippingModule
            {
                public static IServiceCollection AddShipping(this IServiceCollection services) => services.AddDomainEvents();
            }
            """);
        Add(
            "Mall/Mall.Catalog",
            ConsumerProject.CSharp(hosting, CompositionRoot),
            """
            using DomainEvents;
            using Microsoft.Extensions.DependencyInjection;

            namespace Mall.Catalog;

            [DomainEvent]
            public partial class ArticleListed
            {
                public string Number { get; }
            }

            internal sealed class Index : IDomainEventHandler<IDomainEvent>
            {
                public void Handle(IDomainEvent domainEvent) => Console.WriteLine("catalog " + domainEvent.EventType);
            }

            public static class CatalogModule
            {
                public static IServiceCollection AddCatalog(this IServiceCollection services) => services.AddDomainEvents();
            }
            """);
        Add(
            "Mall/Mall.Host",
            ConsumerProject.CSharp("""<ProjectReference Include="../Mall.Billing/Mall.Billing.csproj" /><ProjectReference Include="../Mall.Catalog/Mall.Catalog.csproj" /><ProjectReference Include="../Mall.Shipping/Mall.Shipping.csproj" />""", ConsumerProject.Executable),
            """
            using DomainEvents;
            using Mall.Billing;
            using Mall.Catalog;
            using Mall.Shipping;
            using Microsoft.Extensions.DependencyInjection;

            var services = new ServiceCollection();
            services.AddBilling().AddCatalog().AddShipping();
            services.AddDomainEvents();
            using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
            provider.GetRequiredService<IDomainEventPublisher>().Publish(new InvoicePaid("I-1"));
            provider.GetRequiredService<IDomainEventPublisher>().Publish(new ArticleListed("A-1"));
            """);
    }
}
