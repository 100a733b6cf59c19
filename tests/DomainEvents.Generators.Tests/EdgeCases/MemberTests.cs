using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>An event's properties and their types: the cases 34 to 48.</summary>
public sealed class MemberTests
{
    [Fact]
    public void Case34_required_members_become_parameters_those_of_a_base_too() => Assert.Equal("tenant id 3 initialised", Edge.Execute(
        """
        using DomainEvents;
        public abstract class Entry { public required string Tenant { get; init; } public required int? Rank { get; set; } }
        [DomainEvent] public partial class OrderPlaced : Entry { public required string Id { get; init; } public int N { get; } }
        [DomainEvent] public partial record OrderPaid { public required string By; public required int N { get; set; } }
        """,
        """
        var placed = new OrderPlaced(tenant: "tenant", id: "id", n: 3);
        return placed.Tenant + " " + placed.Id + " " + placed.N + " " + new OrderPaid { By = "initialised", N = 1 }.By;
        """));

    [Fact]
    public void Case35_and_36_only_what_a_constructor_must_set_becomes_a_parameter() => Assert.Equal("int p, int q, int r, string? s", Edge.Execute(
        """
        using DomainEvents; using System.Linq;
        [DomainEvent] public partial class OrderPlaced
        {
            public const int Constant = 1;
            public static int Static { get; set; }
            public int this[int index] => index;
            public event System.Action? Event;
            public readonly int Field;
            public int Computed => 1;
            public int WithInitializer { get; init; } = 4;
            public int Settable { get; set; }
            public int P { get; private set; }
            public int Q { get; init; }
            internal int R { get; }
            protected string? S { get; }
            public void Raise() => Event?.Invoke();
            public static string Signature() => string.Join(", ", typeof(OrderPlaced).GetConstructors().Single().GetParameters()
                .Select(p => (p.ParameterType == typeof(int) ? "int " : "string? ") + p.Name));
        }
        """,
        "return OrderPlaced.Signature();"));

    [Fact]
    public void Case35_property_over_the_field_keyword_is_set_and_guarded() => Assert.Equal("a b 3 name", Edge.Execute(
        Edge.Project("""
            using DomainEvents;
            [DomainEvent] public partial class OrderPlaced
            {
                public string Id { get; init => field = value.Trim(); }
                public string Name { get => field; private set { field = value; } }
                public int N { get; init => field = value + 1; }
                public string Lazy { get => field ??= "lazy"; }
                public string Text { get => Id; init => Id = value; }
            }
            """).WithLanguageVersion(LanguageVersion.Preview),
        """
        var e = new OrderPlaced(" a ", "b", 2);
        try { _ = new OrderPlaced("a", null!, 2); } catch (System.ArgumentNullException thrown) { return e.Id + " " + e.Name + " " + e.N + " " + thrown.ParamName; }
        return "unguarded";
        """));

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Case37_culture_changes_no_letter(string culture)
    {
        const string source = "using DomainEvents; [DomainEvent(Version = -12)] public partial class INVOICEIssued { public double? Id { get; } public string INDEX { get; } }";
        var invariant = Edge.Generate(source).AllGeneratedText;
        string? there = null;
        CultureScope.Run(culture, () => there = Edge.Generate(source).AllGeneratedText);

        Assert.Equal(invariant, there);
        Assert.Contains("= -12;", invariant, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string", "\"  \"", true)]
    [InlineData("string?", "\"  \"", false)]
    [InlineData("[AllowBlank] string", "\" \"", false)]
    [InlineData("[AllowBlank] string", "null!", true)]
    [InlineData("[System.Diagnostics.CodeAnalysis.AllowNull] string", "null!", false)]
    [InlineData("System.Guid", "default", false)]
    [InlineData("[NotDefault] System.Guid", "default", true)]
    [InlineData("[NotDefault] System.DateOnly?", "null", false)]
    [InlineData("[NotDefault] System.DateOnly?", "default(System.DateOnly)", true)]
    [InlineData("[NotDefault] OrderId", "default", true)]
    [InlineData("OrderId", "default", false)]
    [InlineData("System.Collections.Generic.IReadOnlyList<string>", "null!", true)]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>", "default", true)]
    [InlineData("System.DayOfWeek", "default", false)]
    [InlineData("(int A, string B)", "default", false)]
    public void Case38_guard_goes_by_the_type_and_its_attribute(string member, string value, bool throws)
    {
        var end = member.LastIndexOf(']') + 1;
        var source = $"using DomainEvents; public readonly record struct OrderId(int Value); [DomainEvent] public partial class OrderPlaced {{ {member[..end]} public {member[end..].Trim()} Thing {{ get; }} }}";
        var statements = $"try {{ _ = new OrderPlaced({value}); return false; }} catch (System.ArgumentException e) when (e.ParamName == \"thing\") {{ return true; }}";

        Assert.Equal(throws, Edge.Execute(source, statements));
    }

    [Fact]
    public void Case38_unconstrained_type_parameter_is_not_guarded_and_a_class_is() => Assert.Equal("T U", Edge.Execute(
        """
        using DomainEvents;
        [DomainEvent] public partial class OrderPlaced<T> { public T Value { get; } }
        [DomainEvent] public partial class OrderPaid<U> where U : class { public U Value { get; } }
        """,
        """
        var text = new OrderPlaced<string?>(null).Value is null ? "T " : "";
        try { _ = new OrderPaid<string>(null!); return text; } catch (System.ArgumentNullException) { return text + "U"; }
        """));

    [Fact]
    public void Case39_oblivious_project_and_regions_are_each_written_in_their_context()
    {
        var project = Edge.Project("""
            using DomainEvents;
            [DomainEvent] public partial class OrderPlaced
            {
                public string Old { get; }
                [System.Diagnostics.CodeAnalysis.AllowNull] public string Free { get; }
            #nullable enable
                public string? Optional { get; }
                public System.Collections.Generic.List<string?> New { get; }
            #nullable restore
            }
            """).WithNullable(NullableContextOptions.Disable).WithFile("Script.cs", """
            static class Script { static object Run() { try { _ = new OrderPlaced(null, null, new()); return "unguarded"; } catch (System.ArgumentNullException e) { return e.ParamName; } } }
            """);

        Assert.Equal("old", GeneratorExecution.Call(Edge.Run(project), "Script", "Run"));
    }

    [Fact]
    public void Case40_members_alike_in_camel_case_give_no_constructor_and_no_second_error()
    {
        var result = Edge.Generate("using DomainEvents; [DomainEvent] public partial class OrderPlaced { public int Name { get; } public int name { get; } }");

        Assert.DoesNotContain("public OrderPlaced(", result.Source("OrderPlaced"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Event", "event")]
    [InlineData("Class", "class")]
    [InlineData("Default", "default")]
    public void Case41_keyword_is_escaped_and_the_exception_names_it_bare(string property, string parameter)
    {
        var thrown = Assert.Throws<ArgumentNullException>(() => Edge.Execute(
            $"using DomainEvents; [DomainEvent] public partial class OrderPlaced {{ public string {property} {{ get; }} }}", "return new OrderPlaced(null!);"));

        Assert.Equal(parameter, thrown.ParamName);
    }

    [Fact]
    public void Case42_names_that_mean_something_capture_nothing() => Assert.Equal("12345678 12345678", Edge.Execute(
        """
        using DomainEvents;
        [DomainEvent] public partial class OrderPlaced
        {
            public string value { get; } public string _ { get; } public string field { get; } public string record { get; }
            public string System { get; } public string Base { get; } public string DomainEvents { get; } public string Guard { get; }
            public override string ToString() => value + _ + field + record + System + Base + DomainEvents + Guard;
        }
        [DomainEvent] public sealed partial record OrderPaid(string value, string _, string field, string System, string Base, string @base, string DomainEvents, string Guard)
        {
            public override string ToString() => value + _ + this.field + System + Base + @base + DomainEvents + Guard;
        }
        """,
        """return new OrderPlaced("1", "2", "3", "4", "5", "6", "7", "8") + " " + new OrderPaid("1", "2", "3", "4", "5", "6", "7", "8");"""));

    [Fact]
    public void Case43_types_of_every_form_are_written_as_they_stand()
    {
        var result = Edge.Run(Edge.Project("""
            using DomainEvents; using System; using System.Collections.Generic;
            [DomainEvent] public unsafe partial class OrderPlaced
            {
                private sealed class Secret { }
                internal enum Kind { A }
                private List<Secret> Secrets { get; }
                internal Kind Sort { get; }
                public int[][,] Jagged { get; }
                public (int A, (string B, int? C) D) Tuple { get; }
                public dynamic Anything { get; }
                public nint Native { get; }
                public int* Pointer { get; }
                public Func<string?, (int X, string? Y)>? Function { get; }
                public IReadOnlyDictionary<string, List<int?[]>> Map { get; }
            }
            """).WithUnsafe());

        Assert.Contains("private OrderPlaced(", result.Source("OrderPlaced"), StringComparison.Ordinal);
    }

    [Fact]
    public void Case44_members_whose_use_warns_do_not_warn_in_the_generated_part()
    {
        // The blanket pragma does it, which the check of the output would take out.
        var result = Edge.Run(
            Edge.Project("""
                using DomainEvents; using System; using System.Diagnostics.CodeAnalysis;
                [DomainEvent] public partial class OrderPlaced { [Obsolete] public string Old { get; } [Experimental("EXP1")] public string New { get; } }
                [Obsolete] [DomainEvent] public sealed partial record OrderGone(string Id);
                [Obsolete] public class Handler : IDomainEventHandler<OrderGone> { public void Handle(OrderGone domainEvent) { } }
                """),
            GeneratorChecks.BrokenInput);

        Assert.Empty(Edge.Faults(result));
    }

    [Fact]
    public void Case44_what_is_obsolete_as_an_error_is_not_called() => Assert.Equal("by interface ", Edge.Execute(
        """
        using DomainEvents; using System;
        public static class Log { public static string Text = ""; }
        [DomainEvent] public partial class OrderPlaced { public string Id { get; } }
        [Obsolete("gone", true)] [DomainEvent] public partial class OrderGone { public string Id { get; } }
        [Obsolete("gone", true)] public class Gone : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Log.Text += "gone "; }
        public class Method : IDomainEventHandler<OrderPlaced> { [Obsolete("no", true)] public void Handle(OrderPlaced e) => Log.Text += "by interface "; }
        public static class Static { [Obsolete("no", true)] [DomainEventHandler] public static void Handle(OrderPlaced e) => Log.Text += "static "; }
        """,
        """new DomainEvents.DomainEventPublisher().Publish(new OrderPlaced("a")); return Log.Text;"""));

    [Fact]
    public void Case45_attributes_with_targets_stay_where_they_are() => Assert.Equal("a", Edge.Execute(
        """
        using DomainEvents; using System;
        [DomainEvent] public partial class OrderPlaced { [field: NonSerialized] [property: System.ComponentModel.Description("d")] public string Id { get; init; } }
        """,
        """return new OrderPlaced("a").Id;"""));

    [Fact]
    public void Case46_type_behind_an_extern_alias_is_written_as_the_user_wrote_it()
    {
        var library = Edge.Run(Edge.Library("Other", "namespace Other { public class Money { } }"));
        var project = TestProject.Create("""
            extern alias other;
            using DomainEvents; using Coin = other::Other.Money;
            [DomainEvent] public partial class OrderPlaced { public other::Other.Money Price { get; } public Coin Tip { get; } }
            """)
            .WithReferences(typeof(IDomainEvent).Assembly)
            .WithLibrary(library, asImage: true, externAlias: "other")
            .WithSuppressed("CS1591");

        Assert.Contains("other::Other.Money price", Edge.Run(project).Source("OrderPlaced"), StringComparison.Ordinal);
    }

    [Fact]
    public void Case47_unresolved_types_spare_the_other_events()
    {
        var result = Edge.Run(
            Edge.Project("""
                using DomainEvents;
                [DomainEvent] public partial class OrderPlaced { public Missing Id { get; } }
                [DomainEvent] public partial class OrderMoved : Nowhere { public int N { get; } }
                [DomainEvent] public partial class OrderPaid { public string Id { get; } }
                """),
            GeneratorChecks.BrokenInput);

        Assert.Contains("public OrderPaid(", result.AllGeneratedText, StringComparison.Ordinal);
        Assert.Empty(Edge.Faults(result, "CS0246", "CS8618"));
    }

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderMoved : Nowhere { }", "CS0246")]
    [InlineData("[DomainEvent] public partial class OrderMoved : OrderMoved { }", "CS0146")]
    [InlineData("[DomainEvent] public partial class OrderMoved : OrderBase { } public class OrderBase : OrderMoved { }", "CS0146")]
    [InlineData("[DomainEvent] public sealed partial record OrderMoved(string Id) : Nowhere;", "CS0246")]
    public void Case47_base_in_error_makes_no_error_of_ours(string declaration, string expected)
    {
        var result = Edge.Run(Edge.Project("using DomainEvents; " + declaration), GeneratorChecks.BrokenInput);

        Assert.Empty(Edge.Faults(result, expected));
    }

    [Fact]
    public void Case48_documentation_is_carried_over_escaped() => Assert.Contains(
        "/// <param name=\"id\">Less &lt; more &amp; <see cref=\"System.String\"/> text.</param>",
        Edge.Generate("""
            using DomainEvents;
            /// <summary>Placed.</summary>
            [DomainEvent] public partial class OrderPlaced
            {
                /// <summary>
                /// Less &lt; more &amp; <see cref="System.String"/> text.
                /// </summary>
                public string Id { get; }
            }
            """).Source("OrderPlaced"),
        StringComparison.Ordinal);
}
