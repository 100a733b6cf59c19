using DomainEvents.RoslynTesting;

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

    /// <summary>The blanket pragma silences the detour's own warnings; the check of the output would take it out.</summary>
    private static object? ExecuteForbidden(string events, string statements) => Edge.Execute(
        Edge.Project("using System; using DomainEvents; using Gone = System.ObsoleteAttribute; " + events + " public static class Flags { public const bool Yes = true; }"),
        statements,
        GeneratorChecks.BrokenInput);
}
