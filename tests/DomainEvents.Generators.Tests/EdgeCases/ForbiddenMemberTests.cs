using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>Case 44 once more: members whose use is an error, which no pragma silences. They are set all the same.</summary>
public sealed class ForbiddenMemberTests
{
    [Theory]
    [InlineData("[Obsolete(\"gone\", true)] public string Old { get; }")]
    [InlineData("[Obsolete(\"gone\", error: true)] public string Old { get; init; }")]
    [InlineData("[Obsolete(\"gone\", Flags.Yes)] public string Old { get; private set; }")]
    [InlineData("[Gone(\"gone\", true)] public string Old { get; }")]
    [InlineData("[System.ObsoleteAttribute(error: true, message: \"gone\")] public string Old { get; }")]
    [InlineData("[property: Obsolete(\"gone\", true, DiagnosticId = \"GONE1\")] public string Old { get; }")]
    [InlineData("[Obsolete(\"gone\", true)] public partial string Old { get; }")]
    public void Property_whose_use_is_an_error_is_set_and_guarded(string property) => Assert.Equal("b old 1", ExecuteForbidden(
        "[DomainEvent] public partial class OrderPlaced { public string Id { get; } " + property + " [Obsolete] public string Text => Old; }",
        """
        var created = new OrderPlaced("a", "b");
        try { _ = new OrderPlaced("a", " "); return "unguarded"; }
        catch (System.ArgumentException e) { return created.Text + " " + e.ParamName + " " + typeof(OrderPlaced).GetConstructors().Length; }
        """));

    [Theory]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string Id, [property: Obsolete(\"gone\", true)] string Old) { [Obsolete] public string Text => Old; }")]
    [InlineData("[DomainEvent] public partial record OrderPlaced { public string Id { get; init; } [Obsolete(\"gone\", true)] public string Old { get; init; } [Obsolete] public string Text => Old; }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent { public string Id { get; } [Obsolete(\"gone\", true)] public string Old { get; } [Obsolete] public string Text => Old; } [DomainEvent] public partial class OrderPlaced : OrderEvent { public int? N { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { [Obsolete] public required string Id { get; init; } [Obsolete(\"gone\", true)] public required string Old { get; init; } [Obsolete] public string Text => Old; }")]
    public void Records_bases_and_required_members_may_be_forbidden(string events) =>
        Assert.Equal("b", ExecuteForbidden(events, """return new OrderPlaced("a", "b").Text;"""));

    [Fact]
    public void Optional_dynamic_and_settable_members_may_be_forbidden_too() => Assert.Equal("x 3", ExecuteForbidden(
        """
            [DomainEvent("a.b", IncludeSettable = true)] public partial class OrderPlaced
            {
                [Obsolete("gone", true)] public dynamic Any { get; }
                public int N { get; set; }
                [Obsolete("gone", true)] public string? Note { get; }
                [Obsolete] public string Text => Any + " " + N + Note;
            }
            """,
        """return new OrderPlaced("x", 3).Text;"""));

    /// <summary>Naming the type is what is an error here: only what is obsolete itself may, so who passes such a value is told.</summary>
    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } [Obsolete] public Old Value { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } [Obsolete] public partial Old Value { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } [Obsolete] public System.Collections.Generic.List<Old[]> Value { get; } public static implicit operator OrderPlaced(int n) => null!; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } [Gone] public Holder.Inner Value { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } [Obsolete(\"gone\", true)] public Old Value { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } [Obsolete] public required Old Value { get; init; } }")]
    [InlineData("[Obsolete, DomainEvent] public partial class OrderPlaced { public string Id { get; } public Old Value { get; } }")]
    [InlineData("[Obsolete] public partial class Outer { [DomainEvent] public partial class OrderPlaced { public string Id { get; } public Old Value { get; } } }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent { public string Id { get; } [Obsolete] public Old Value { get; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public int? N { get; } }")]
    [InlineData("[DomainEvent(Pooled = true)] public partial class OrderPlaced { public partial string Id { get; } [Obsolete] public partial Old Value { get; } }")]
    [InlineData("[DomainEvent] public partial record OrderPlaced { public string Id { get; init; } [Obsolete] public Old Value { get; init; } }")]
    [InlineData("[method: Obsolete] [DomainEvent] public partial record OrderPlaced(string Id, [property: Obsolete] Old Value) { [Obsolete] public void Deconstruct(out string id, out Old value) => (id, value) = (Id, Value); }")]
    public void Member_of_a_type_whose_use_is_an_error_marks_what_takes_it(string events)
    {
        var result = Edge.Run(ForbiddenProject(events), GeneratorChecks.BrokenInput);

        Assert.Empty(Edge.Faults(result, "CS0657"));
        var type = (result.Compilation.GetTypeByMetadataName("OrderPlaced") ?? result.Compilation.GetTypeByMetadataName("Outer+OrderPlaced"))!;
        var constructor = Assert.Single(type.InstanceConstructors, static constructor => constructor.Parameters.Any(static parameter => parameter.Type.SpecialType == SpecialType.System_String));
        Assert.True(IsObsolete(constructor) || IsObsolete(type) || IsObsolete(type.ContainingType));
    }

    [Theory]
    [InlineData("[Obsolete(\"gone\", true)] public required string Old { get; init; }")]
    [InlineData("[Obsolete(\"gone\", true)] public required string Old;")]
    public void Required_member_of_a_base_may_be_forbidden(string member) => Assert.Equal("b", ExecuteForbidden(
        "#pragma warning disable CS9042\npublic class Order { " + member + " [Obsolete] public string Text => Old; } [DomainEvent] public partial class OrderPlaced : Order { public string Id { get; } }",
        """return new OrderPlaced(old: "b", id: "a").Text;"""));

    [Fact]
    public void Required_member_of_a_base_with_a_forbidden_type_marks_the_constructor()
    {
        var result = Edge.Run(
            ForbiddenProject("#pragma warning disable CS9042\npublic class Order { [Obsolete] public required Old Value { get; init; } } [DomainEvent] public partial class OrderPlaced : Order { public string Id { get; } }"),
            GeneratorChecks.BrokenInput);

        Assert.Empty(Edge.Faults(result, "CS0657"));
    }

    /// <summary>Whoever wrote it wants nobody to call it; going round that is not for us.</summary>
    [Fact]
    public void Forbidden_constructor_of_a_base_is_not_called()
    {
        var result = Edge.Run(
            ForbiddenProject("public class Order { [Obsolete(\"gone\", true)] public Order() { } public Order(int n) { } } [DomainEvent] public partial class OrderPlaced : Order { public string Id { get; } }"),
            GeneratorChecks.BrokenInput);

        Assert.Empty(Edge.Faults(result, "CS0657"));
        var type = result.Compilation.GetTypeByMetadataName("OrderPlaced")!;
        Assert.Equal(["id", "n"], Assert.Single(type.InstanceConstructors).Parameters.Select(static parameter => parameter.Name).Order());
    }

    private static bool IsObsolete(ISymbol? symbol) =>
        symbol is not null && symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute");

    private static TestProject ForbiddenProject(string events) => Edge.Project(
        "using System; using DomainEvents; using Gone = System.ObsoleteAttribute; " + (events.StartsWith('#') ? "\n" : "") + events
            + " [Obsolete(\"gone\", true)] public class Old { } public class Holder { [Obsolete(\"gone\", true)] public class Inner { } }"
            + " public static class Flags { public const bool Yes = true; }");

    /// <summary>The blanket pragma silences the detour's own warnings; the check of the output would take it out.</summary>
    private static object? ExecuteForbidden(string events, string statements) =>
        Edge.Execute(ForbiddenProject(events), statements, GeneratorChecks.BrokenInput);
}
