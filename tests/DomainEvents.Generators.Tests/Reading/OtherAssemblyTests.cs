using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Bases from other assemblies, compiled and as projects: there our own output is already part of what the compiler shows.</summary>
public sealed class OtherAssemblyTests
{
    private const string Library = """
        using System.Text;
        namespace Core;

        [DomainEvent]
        public abstract partial class OrderEvent
        {
            public StringBuilder Text { get; }
            public string? Note { get; }
        }

        [DomainEvent("order.changed")]
        public partial record OrderChanged(Guid OrderId, string Name);

        [DomainEvent("order.moved", ConstructorAccessibility = ConstructorAccessibility.Internal)]
        public partial class OrderMoved
        {
            public string Id { get; }
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Event_from_another_assemblys_event_passes_its_parameters(bool asImage)
    {
        var models = Models(asImage, """
            namespace Shop;
            [DomainEvent] public partial class OrderPlaced : Core.OrderEvent { public int Count { get; } }
            [DomainEvent] public partial record OrderRenamed : Core.OrderChanged { public int Count { get; } }
            """);

        Assert.Equal(
            """
            Shop.OrderPlaced`0 class: order.placed v1
              constructor: public(global::System.Text.StringBuilder text None -> base text, int count None, string? note? None -> base note)
              identity: index Body, id Keep, time Keep, type Override, version Override
            Shop.OrderRenamed`0 record: order.renamed v1
              constructor: public(global::System.Guid orderId None -> base OrderId, string name None -> base Name, int count None)
              identity: index None, id Keep, time Keep, type Override, version Override, hides constants

            """.ReplaceLineEndings("\n"),
            models);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Base_whose_constructor_is_internal_to_its_assembly_gets_none(bool asImage)
    {
        var project = Project(asImage, "namespace Shop; [DomainEvent] public partial class OrderPlaced : Core.OrderMoved { public int Count { get; } }");

        Assert.Null(ReadModels.Of(project).Values.Single().Constructor);
    }

    [Fact]
    public void Types_of_an_aliased_assembly_stand_as_the_user_wrote_them()
    {
        var library = GeneratorRunner.Run([], TestProject.Create("namespace Core; public class Money; public class Entity { public required Money Price { get; init; } }"), GeneratorChecks.None);
        var project = ReadModels.Project("extern alias core; using Gold = core::Core.Money; namespace Shop; [DomainEvent] public partial class OrderPlaced { public core::Core.Money A { get; } public Gold B { get; } }")
            .WithLibrary(library, externAlias: "core");
        GeneratorRunner.Run(new DomainEventGenerator(), project);

        Assert.Equal("public(core::Core.Money a Required, Gold b Required)", ModelText.Constructor(ReadModels.Of(project).Values.Single().Constructor));
    }

    [Fact]
    public void Parameters_that_only_an_extern_alias_reaches_are_not_passed_on()
    {
        var library = GeneratorRunner.Run([], TestProject.Create("namespace Core; public class Money; public class Entity { public required Money Price { get; init; } }"), GeneratorChecks.None);
        var project = ReadModels.Project("extern alias core; namespace Shop; [DomainEvent] public partial class OrderPlaced : core::Core.Entity { public int Count { get; } }")
            .WithLibrary(library, externAlias: "core");

        Assert.Null(ReadModels.Of(project).Values.Single().Constructor);
    }

    private static string Models(bool asImage, string source)
    {
        var project = Project(asImage, source);
        GeneratorRunner.Run(new DomainEventGenerator(), project);
        return string.Concat(ReadModels.Of(project).Values.Select(ModelText.Of));
    }

    private static TestProject Project(bool asImage, string source) => ReadModels.Project(source).WithLibrary(
        GeneratorRunner.Run(new DomainEventGenerator(), ReadModels.Project(Library).WithAssemblyName("Core")), asImage);
}
