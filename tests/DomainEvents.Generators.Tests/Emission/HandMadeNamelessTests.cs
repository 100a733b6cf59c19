using DomainEvents.Generators.Model;
using DomainEvents.RoslynTesting;
using static DomainEvents.Generators.Tests.Emission.HandMade;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>Events without a name: abstract ones leave it to those that derive from them.</summary>
public sealed class HandMadeNamelessTests
{
    private static readonly EventModel s_placed = Record("Placed", "order.placed") with
    {
        Identity = new IdentityModel
        {
            EventId = MemberSupply.Keep,
            OccurredAt = MemberSupply.Keep,
            EventType = MemberSupply.Override,
            EventVersion = MemberSupply.Override,
        },
    };

    [Fact]
    public void Emit_of_an_abstract_record_leaves_the_event_type_to_its_heirs()
    {
        const string Source = """
            namespace Shop
            {
                /// <summary>Any.</summary>
                public abstract partial record OrderEvent;
                /// <summary>Placed.</summary>
                public partial record Placed : OrderEvent;
            }
            """;

        var result = Run(
            Source + Script("return ((DomainEvents.IDomainEvent)new Shop.Placed()).EventType;"),
            Record("OrderEvent", null) with { IsAbstract = true },
            s_placed);

        Assert.Equal("order.placed", GeneratorExecution.Call(result, "Script", "Run"));
    }

    [Fact]
    public void Emit_over_a_foreign_member_of_that_name_leaves_a_new_one_to_its_heirs()
    {
        const string Source = """
            namespace Shop
            {
                /// <summary>Has something else of that name.</summary>
                public abstract record Entry
                {
                    /// <summary>Not a text.</summary>
                    public int EventType => 7;
                }
                /// <summary>Any.</summary>
                public abstract partial record OrderEvent : Entry;
                /// <summary>Placed.</summary>
                public partial record Placed : OrderEvent;
            }
            """;
        var entry = Record("OrderEvent", null) with
        {
            IsAbstract = true,
            Identity = new IdentityModel { ImplementsInterface = true, EventType = MemberSupply.Reimplement },
        };

        var result = Run(
            Source + Script("return ((DomainEvents.IDomainEvent)new Shop.Placed()).EventType + ((Shop.Entry)new Shop.Placed()).EventType;"),
            entry,
            s_placed);

        Assert.Equal("order.placed7", GeneratorExecution.Call(result, "Script", "Run"));
    }

    [Fact]
    public void Emit_of_an_event_without_a_name_compiles_and_refuses_to_say_one()
    {
        const string Source = """
            namespace Shop
            {
                /// <summary>No name.</summary>
                public partial class Nameless { }
            }
            """;
        var result = Run(
            Source + Script("return new Shop.Nameless().EventType;"), Class("Nameless", null) with { Constructor = Constructor() });

        Assert.DoesNotContain("EventTypes.g.cs", result.Hints);
        Assert.Throws<InvalidOperationException>(() => GeneratorExecution.Call(result, "Script", "Run"));
    }
}
