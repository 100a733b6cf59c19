using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>The class <c>EventTypes</c> in whole projects.</summary>
public sealed class EventTypesTests
{
    private const string Created = """
        using DomainEvents;
        namespace Shop.Orders
        {
            /// <summary>An order came to be.</summary>
            [DomainEvent("order.created")]
            public partial class Created
            {
                /// <summary>The id.</summary>
                public string Id { get; }
            }
        }
        """;

    [Theory]
    [InlineData("Acme.Trading", "Acme.Trading")]
    [InlineData("Acme Trading-2.0", "Acme_Trading_2._0")]
    [InlineData("1st.class", "_1st.@class")]
    [InlineData("東京", "東京")]
    public void Namespace_is_made_of_the_assembly_name(string assembly, string @namespace) => Assert.Contains(
        $"\nnamespace {@namespace}\n",
        Text(GeneratedEvents.Run(GeneratedEvents.Consumer(Created).WithAssemblyName(assembly))),
        StringComparison.Ordinal);

    [Fact]
    public void Namespace_is_the_build_property_where_there_is_one() => Assert.Contains(
        "\nnamespace Shop.Names\n",
        Text(GeneratedEvents.Run(GeneratedEvents.Consumer(Created).WithBuildProperty("DomainEventsNamespace", "Shop.Names"))),
        StringComparison.Ordinal);

    [Fact]
    public void Names_that_collide_are_told_apart_by_namespace()
    {
        var text = Text(GeneratedEvents.Run(Created, Created.Replace("Orders", "Users", StringComparison.Ordinal).Replace("order.", "user.", StringComparison.Ordinal)));

        Assert.Contains("string OrdersCreated = \"order.created\";", text, StringComparison.Ordinal);
        Assert.Contains("string UsersCreated = \"user.created\";", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_of_a_property_rewrites_the_event_and_not_the_class() => IncrementalRunner
        .Start(new DomainEventGenerator(), GeneratedEvents.Consumer(Created, GeneratedEvents.Shapes["without_data"]), editor: true)
        .Edit(static project => project.Replace("string Id", "int Id"))
        .Expect(TrackingNames.Constants, IncrementalStepRunReason.Cached)
        .ExpectRewritten("Created");

    [Fact]
    public void Edit_of_an_event_type_rewrites_the_class() => IncrementalRunner
        .Start(new DomainEventGenerator(), GeneratedEvents.Consumer(Created, GeneratedEvents.Shapes["without_data"]), editor: true)
        .Edit(static project => project.Replace("order.created", "order.made"))
        .Expect(TrackingNames.Constants, IncrementalStepRunReason.Modified)
        .ExpectRewritten("Created", "EventTypes");

    [Fact]
    public void Edit_of_another_file_rewrites_nothing() => IncrementalRunner
        .Start(new DomainEventGenerator(), GeneratedEvents.Consumer(Created, "internal class Other { }"), editor: true)
        .Edit(static project => project.Replace("class Other { }", "class Other { int M() => 1; }"))
        .ExpectOutputsCached();

    private static string Text(GeneratorResult result) => result.Files.Single(static file => file.Hint == "EventTypes.g.cs").Text;
}
