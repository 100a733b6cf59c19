using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis.CSharp;
using static DomainEvents.Generators.Tests.Emission.HandMade;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>The emitter by itself: each test compiles in a strict consumer, so that its text is free of warnings.</summary>
public sealed class HandMadeModelTests
{
    private const string StrategyCreated = """
        namespace Shop
        {
            /// <summary>A strategy came to be.</summary>
            public partial class StrategyCreated
            {
                /// <summary>The id.</summary>
                public string StrategyId { get; }
                /// <summary>Why.</summary>
                public string? Reason { get; }
                /// <summary>How much.</summary>
                public decimal Budget { get; }
            }
        }
        """;

    private static readonly EventModel s_strategyCreated = Class("StrategyCreated", "strategy.created") with
    {
        Constructor = Constructor(
            Parameter("string", "StrategyId", GuardKind.Required) with { Documentation = "The id & more." },
            Parameter("decimal", "Budget"),
            Parameter("string?", "Reason")),
    };

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    public void Emit_of_a_class_compiles_strictly_in_each_language_version(LanguageVersion version)
    {
        var result = Run(Consumer(StrategyCreated).WithLanguageVersion(version), s_strategyCreated);

        Assert.Equal(["EventTypes.g.cs", "StrategyCreated.5a2c9d89.g.cs"], result.Hints);
    }

    [Fact]
    public void Emit_of_a_required_property_guards_it_and_names_the_event()
    {
        var result = Run(StrategyCreated + Script("""_ = new Shop.StrategyCreated(" ", 1m);"""), s_strategyCreated);

        var thrown = Assert.Throws<ArgumentException>(() => GeneratorExecution.Call(result, "Script", "Run"));

        Assert.Equal("strategyId", thrown.ParamName);
        Assert.Contains("strategy.created (StrategyCreated)", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Emit_of_an_optional_property_takes_no_argument()
    {
        var result = Run(
            StrategyCreated + Script("""
                var e = new Shop.StrategyCreated("S-1", 1m);
                return e.Reason is null && e.EventType == Shop.Tests.EventTypes.StrategyCreated && e.EventVersion == Shop.StrategyCreated.EventTypeVersion
                    && e.EventId != System.Guid.Empty && e.OccurredAt != default;
                """),
            s_strategyCreated);

        Assert.Equal(true, GeneratorExecution.Call(result, "Script", "Run"));
    }

    [Theory]
    [InlineData("Equals")]
    [InlineData("ReferenceEquals")]
    [InlineData("GetHashCode")]
    [InlineData("GetType")]
    [InlineData("ToString")]
    [InlineData("MemberwiseClone")]
    [InlineData("Finalize")]
    [InlineData("EventTypes")]
    [InlineData("@event")]
    [InlineData("@record")]
    public void Emit_of_an_event_with_a_difficult_name_compiles_strictly(string identifier)
    {
        var name = identifier.TrimStart('@');
        var source = $$"""
            namespace Shop
            {
                /// <summary>Something happened.</summary>
                public partial class {{identifier}} { }
            }
            """;

        var result = Run(source, Class(name, "shop.happened") with { Identifier = identifier, Constructor = Constructor() });

        Assert.Contains($"\"shop.happened\"", result.Files.Single(file => file.Hint == "EventTypes.g.cs").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Emit_of_events_that_others_cannot_see_still_has_their_constants()
    {
        const string Source = """
            namespace Shop
            {
                internal partial class Outer<T> { private partial class Hidden { } internal partial class Seen<U> { } }
            }
            """;
        var container = new Surroundings("", "namespace Shop {\npartial class Outer<T> {\n", 2, "Shop");
        var hidden = Class("Hidden", "outer.hidden") with
        {
            Key = "Shop.Outer`1+Hidden`0", Surroundings = container, ContainingTypeName = "Outer", Constructor = Constructor(),
        };
        var seen = Class("Seen", "outer.seen") with
        {
            Key = "Shop.Outer`1+Seen`1", Surroundings = container, ContainingTypeName = "Outer", TypeParameters = "<U>", Constructor = Constructor(),
        };

        var result = Run(Source, hidden, seen);

        var constants = result.Files.Single(file => file.Hint == "EventTypes.g.cs").Text;
        Assert.Contains("Hidden = \"outer.hidden\"", constants, StringComparison.Ordinal);
        Assert.Contains("global::Shop.Outer{T1}.Seen{T1}", constants, StringComparison.Ordinal);
    }

    [Fact]
    public void Emit_of_members_from_oblivious_and_enabled_regions_keeps_the_context_of_each()
    {
        const string Source = """
            namespace Shop
            {
                /// <summary>Mixed.</summary>
                public partial class Mixed
                {
                    /// <summary>A.</summary>
                    public string A { get; }
            #nullable disable
                    /// <summary>B.</summary>
                    public string B { get; }
            #nullable enable
                    /// <summary>C.</summary>
                    public string? C { get; }
                }
            }
            """;
        var model = Class("Mixed", "shop.mixed") with
        {
            Constructor = Constructor(
                Parameter("string", "A", GuardKind.Required),
                Parameter("string", "B") with { NullableEnabled = false },
                Parameter("string?", "C")),
        };

        var result = Run(Source + Script("""return new Shop.Mixed("a", null).B;"""), model);

        Assert.Null(GeneratorExecution.Call(result, "Script", "Run"));
    }

    [Fact]
    public void Emit_of_a_positional_record_guards_constructor_and_with()
    {
        const string Source = """
            namespace Shop
            {
                /// <summary>A trigger fired.</summary>
                public sealed partial record TriggerFired(System.Guid TriggerId, string Symbol, decimal Price);
            }
            """;
        var model = Record("TriggerFired", "trigger.fired") with
        {
            IsSealed = true,
            EventVersion = 2,
            PositionalProperties = new EquatableArray<PositionalPropertyModel>(
                [Positional("System.Guid", "TriggerId", GuardKind.Required), Positional("string", "Symbol", GuardKind.Required), Positional("decimal", "Price")]),
        };
        var result = Run(
            Source + Script("""
                var e = new Shop.TriggerFired(default, "X", 1m);
                try { _ = e with { Symbol = "" }; } catch (System.ArgumentException thrown) { return thrown.ParamName + (e with { Price = 2m }).EventId.Equals(e.EventId) + e.Equals(new Shop.TriggerFired(default, "X", 1m)) + e.EventVersion; }
                return "not guarded";
                """),
            model);

        Assert.Equal("SymbolTrueTrue2", GeneratorExecution.Call(result, "Script", "Run"));
    }

    [Fact]
    public void Emit_of_an_own_base_overrides_reimplements_and_generates_what_each_member_needs()
    {
        const string Source = """
            namespace Shop
            {
                /// <summary>A base of one's own.</summary>
                public abstract class Entry
                {
                    /// <summary>Fixed.</summary>
                    public string EventType => "entry";
                    /// <summary>Open.</summary>
                    public abstract System.Guid EventId { get; }
                    /// <summary>A constant of its own.</summary>
                    public const string EventTypeName = "entry";
                }
                /// <summary>Added.</summary>
                public partial class EntryAdded : Entry { }
            }
            """;
        var model = Class("EntryAdded", "entry.added") with
        {
            Identity = new IdentityModel
            {
                ImplementsInterface = true,
                EventId = MemberSupply.Override,
                EventType = MemberSupply.Reimplement,
                HidesEventTypeName = true,
            },
            Constructor = Constructor(),
        };

        var result = Run(
            Source + Script("""
                DomainEvents.IDomainEvent e = new Shop.EntryAdded();
                return e.EventType + (e.EventId == ((Shop.Entry)e).EventId) + ((Shop.Entry)e).EventType + (e.OccurredAt != default);
                """),
            model);

        Assert.Equal("entry.addedTrueentryTrue", GeneratorExecution.Call(result, "Script", "Run"));
    }

    [Fact]
    public void Emit_of_an_event_nested_in_its_base_event_hands_over_its_own_index()
    {
        const string Source = """
            namespace Shop
            {
                /// <summary>Any shape.</summary>
                public partial class ShapeChanged
                {
                    /// <summary>The id.</summary>
                    public string Id { get; }
                    /// <summary>Round.</summary>
                    public sealed partial class Circle : ShapeChanged
                    {
                        /// <summary>The class.</summary>
                        public string @class { get; }
                    }
                }
            }
            """;
        var shape = Class("ShapeChanged", "shape.changed") with { Constructor = Constructor(Parameter("string", "Id", GuardKind.Required)) };
        var circle = Class("Circle", "circle.changed") with
        {
            Key = "Shop.ShapeChanged`0+Circle`0",
            IsSealed = true,
            Surroundings = new Surroundings("", "namespace Shop {\npartial class ShapeChanged {\n", 2, "Shop"),
            ContainingTypeName = "ShapeChanged",
            Identity = new IdentityModel
            {
                Index = IndexHandover.Body,
                EventId = MemberSupply.Keep,
                OccurredAt = MemberSupply.Keep,
                EventType = MemberSupply.Override,
                EventVersion = MemberSupply.Override,
                HidesEventTypeName = true,
                HidesEventTypeVersion = true,
            },
            Constructor = Constructor(
                Parameter("string", "Id", GuardKind.Required) with { Property = null, BaseParameter = "id" },
                Parameter("string", "class", GuardKind.Required) with { Property = "@class" }),
        };

        var result = Run(
            Source + Script("""
                try { _ = new Shop.ShapeChanged.Circle(id: "x", @class: null!); } catch (System.ArgumentNullException thrown) when (thrown.ParamName == "class") { }
                var index = typeof(DomainEvents.DomainEvent).GetField("TypeIndex", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
                int shape = (int)index.GetValue(new Shop.ShapeChanged("x"))!, circle = (int)index.GetValue(new Shop.ShapeChanged.Circle("x", "y"))!;
                return shape > 0 && circle > 0 && shape != circle && circle == (int)index.GetValue(new Shop.ShapeChanged.Circle("z", "y"))!;
                """),
            shape,
            circle);

        Assert.Equal(true, GeneratorExecution.Call(result, "Script", "Run"));
    }
}
