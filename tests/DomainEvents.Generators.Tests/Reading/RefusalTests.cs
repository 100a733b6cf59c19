using DomainEvents.Generators.Model;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Where nothing, or less than everything, is generated: an analyzer says why, the generator stays quiet.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("[DomainEvent] public class OrderPlaced { }")]
    [InlineData("[DomainEvent] public partial struct OrderPlaced { }")]
    [InlineData("[DomainEvent] public partial record struct OrderPlaced(string Id);")]
    [InlineData("[DomainEvent] public readonly partial struct OrderPlaced { }")]
    [InlineData("[DomainEvent] public ref partial struct OrderPlaced { }")]
    [InlineData("[DomainEvent] public partial interface OrderPlaced { }")]
    [InlineData("[DomainEvent] public static partial class OrderPlaced { }")]
    [InlineData("[DomainEvent] file partial class OrderPlaced { }")]
    [InlineData("file partial class Outer { [DomainEvent] public partial class OrderPlaced { } }")]
    [InlineData("public class Outer { [DomainEvent] public partial class OrderPlaced { } }")]
    [InlineData("public partial class Outer { public class Inner { [DomainEvent] public partial class OrderPlaced { } } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { } public partial struct OrderPlaced { }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { } public partial record OrderPlaced { }")]
    [InlineData("[Other.DomainEvent] public partial class OrderPlaced { } namespace Other { public class DomainEventAttribute : System.Attribute; }")]
    [InlineData("using DomainEvent = System.ObsoleteAttribute; [DomainEvent] public partial class OrderPlaced { }")]
    [InlineData("[DomainEvent<int>] public partial class OrderPlaced { } public class DomainEventAttribute<T> : System.Attribute;")]
    [InlineData("[assembly: DomainEvent] public partial class OrderPlaced { }")]
    public void Type_that_cannot_be_an_event_gets_nothing(string source)
    {
        TestProject project = ReadModels.Project(source);

        Assert.Empty(ReadModels.Of(project));
        Assert.Empty(GeneratorRunner.Run(new TypingPath(), project, GeneratorChecks.BrokenInput).Files);
    }

    [Fact]
    public void Without_the_runtime_nothing_is_generated() =>
        Assert.Empty(GeneratorRunner.Run(
            new DomainEventGenerator(),
            TestProject.Create("namespace DomainEvents { public class DomainEventAttribute : System.Attribute; } namespace Shop { [DomainEvents.DomainEvent] public partial class OrderPlaced { public string Id { get; } } }"),
            GeneratorChecks.BrokenInput).Files);

    [Theory]
    [InlineData("[DomainEvent(\"Strategy\")] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent(\"\")] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent(\"order placed.now\")] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent(\"주문.완료\")] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent(\"with space\", External = true)] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent(OrderPlaced.EventTypeName)] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent(Missing.Name)] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent(Name)] public partial class OrderPlaced { private static readonly string Name = \"a.b\"; }")]
    [InlineData("[DomainEvent] public abstract partial class OrderPlaced;")]
    [InlineData("[DomainEvent] public partial class Thing;")]
    public void Event_without_a_usable_name_gets_none_and_none_is_invented(string source)
    {
        var model = Assert.Single(ReadModels.Of(ReadModels.Project(source))).Value;

        Assert.Null(model.EventType);
    }

    [Fact]
    public void Null_literal_as_name_is_inferred() =>
        Assert.Equal("order.placed", ReadModels.Single("[DomainEvent(null!)] public partial class OrderPlaced;").EventType);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced : Missing { public string Id { get; } }")]
    [InlineData("[DomainEvent] public partial record OrderPlaced : Missing { public string Id { get; } }")]
    [InlineData("public class Far : Missing; [DomainEvent] public partial class OrderPlaced : Far { public string Id { get; } }")]
    public void Base_in_error_leaves_the_constants_alone(string source)
    {
        var model = ReadModels.Of(ReadModels.Project(source)).Values.Single();

        Assert.Null(model.Constructor);
        Assert.Equal("order.placed", model.EventType);
        Assert.False(model.Identity.ImplementsInterface || model.Identity.DerivesFromDomainEvent);
        Assert.Equal(MemberSupply.Keep, model.Identity.EventType);
    }

    [Fact]
    public void Member_type_that_does_not_resolve_is_written_as_it_stands()
    {
        var model = ReadModels.Of(ReadModels.Project("[DomainEvent] public partial class OrderPlaced { public Missing A { get; } internal Missing? B { get; } }")).Values.Single();

        Assert.Equal("public(Missing a Required, Missing? b? None)", ModelText.Constructor(model.Constructor));
    }

    [Theory]
    [InlineData("public class Entity { public Entity(int x) { } public Entity(string x) { } } [DomainEvent] public partial class OrderPlaced : Entity { public string Id { get; } }")]
    [InlineData("public class Entity { private Entity() { } } [DomainEvent] public partial class OrderPlaced : Entity { public string Id { get; } }")]
    [InlineData("public class Entity { public Entity(ref int x) { } } [DomainEvent] public partial class OrderPlaced : Entity { public string Id { get; } }")]
    [InlineData("[DomainEvent] public abstract partial class Core { public int Name { get; } } [DomainEvent] public partial class OrderPlaced : Core { public new string Name { get; } }")]
    [InlineData("[DomainEvent] public partial record OrderPlaced { public OrderPlaced Previous { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Name { get; } public int name { get; } }")]
    public void Constructor_that_would_not_do_is_left_out(string source) =>
        Assert.Null(ReadModels.Of(ReadModels.Project(source)).Values.Single(static model => model.Name == "OrderPlaced").Constructor);

    [Fact]
    public void Partial_properties_that_the_user_implements_are_no_parameters()
    {
        var model = ReadModels.Of(ReadModels.Project("[DomainEvent] public partial class OrderPlaced { public partial string A { get; } public string B { get; } public partial string A => B; }")).Values.Single();

        Assert.Equal("public(string b Required)", ModelText.Constructor(model.Constructor));
    }

    [Fact]
    public void Oblivious_project_guards_all_but_allow_null()
    {
        var project = ReadModels.Project("[DomainEvent] public partial class OrderPlaced { public string A { get; } [System.Diagnostics.CodeAnalysis.AllowNull] public string B { get; } public System.Uri C { get; } }")
            .WithNullable(NullableContextOptions.Disable);
        GeneratorRunner.Run(new DomainEventGenerator(), project);

        Assert.Equal(
            "public(string a Required oblivious, string b None oblivious, System.Uri c Required oblivious)",
            ModelText.Constructor(ReadModels.Of(project).Values.Single().Constructor));
    }

    [Theory]
    [InlineData("Order.g.cs", "")]
    [InlineData("Order.Designer.cs", "")]
    [InlineData("Order.cs", "// <auto-generated/>\n")]
    public void Generated_file_is_oblivious_whatever_the_project_says(string path, string head)
    {
        var model = ReadModels.Of(ReadModels.Project().WithFile(path, head + "[DomainEvent] public partial class OrderPlaced { public string A { get; } }")).Values.Single();

        Assert.False(model.NullableEnabled);
        Assert.False(model.Constructor!.Parameters[0].NullableEnabled);
    }
}
