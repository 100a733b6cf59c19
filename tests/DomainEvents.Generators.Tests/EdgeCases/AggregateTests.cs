using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>Classes marked as aggregates: what is generated for them, and what of the user's stays.</summary>
public sealed class AggregateTests
{
    private const string Event = "using DomainEvents; using DomainEvents.Persistence; [DomainEvent(\"a.b\")] public sealed partial record Happened(int N);\n";

    private const string Waiting = """static string Waiting(object aggregate) => string.Join(" ", System.Linq.Enumerable.Select(((DomainEvents.Persistence.IHasDomainEvents)aggregate).DomainEvents, e => ((Happened)e).N));""";

    [Theory]
    [InlineData("[Aggregate] public partial class Account { public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("[AggregateAttribute] internal sealed partial class Account { public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("[DomainEvents.Persistence.Aggregate] public partial class Account { public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("public abstract class Entity { public int Id { get; set; } } [Aggregate] public partial class Account : Entity { public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("[Aggregate] public abstract partial class Root { } public partial class Account : Root { public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("[Aggregate] public abstract partial class Root { } [Aggregate] public partial class Account : Root { public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("[Aggregate] public partial class Account : AggregateRoot { public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("[Aggregate] public partial class Account : IHasDomainEvents { public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("[Aggregate] public partial class Account : IHasDomainEvents { private readonly DomainEventBuffer _own = new(); public DomainEventBuffer DomainEvents => _own; public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("[Aggregate] public partial class Account { public int DomainEvents => 1; public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("public class Entity { public int DomainEvents => 1; protected void Raise(global::DomainEvents.IDomainEvent e) => throw new System.InvalidOperationException(); } [Aggregate] public partial class Account : Entity { public void Do(int n) => Raise(new Happened(n)); }")]
    [InlineData("[Aggregate] public partial class Account { public void Do(int n) => Raise(new Happened(n)); private void Raise(IDomainEvent e) => ((IHasDomainEvents)this).DomainEvents.Raise(e); }")]
    [InlineData("[Aggregate] public partial class Account { public void Do(int n) => Raise(n); private void Raise(int n) => Raise(new Happened(n)); }")]
    [InlineData("[Aggregate] public partial class Account { public int Raise { get; set; } public void Do(int n) => DomainEvents.Raise(new Happened(n)); }")]
    [InlineData("[Aggregate] partial class Account { } partial class Account { public void Do(int n) => Raise(new Happened(n)); }")]
    public void Aggregate_raises_and_keeps_its_events(string source) => Assert.Equal(
        "1 2", Edge.Execute(Event + source, Waiting + " var account = new Account(); account.Do(1); account.Do(2); return Waiting(account);"));

    [Fact]
    public void Containers_type_parameters_and_primary_constructors_are_repeated_or_left_alone() => Assert.Equal("7 x", Edge.Execute(
        Event + """
        namespace Shop.@class
        {
            public partial struct Outer<T> where T : struct
            {
                [Aggregate] public partial class @event<TKey>(TKey key) where TKey : notnull { public void Do(int n) => Raise(new Happened(n)); public TKey Key => key; }
            }
        }
        """,
        Waiting + """ var aggregate = new Shop.@class.Outer<int>.@event<string>("x"); aggregate.Do(7); return Waiting(aggregate) + " " + aggregate.Key;"""));

    [Fact]
    public void Neither_json_nor_the_model_of_a_database_sees_the_events() => Assert.Equal("""{"Id":3} NotMappedAttribute""", Edge.Execute(
        Event + "[Aggregate] public partial class Account { public int Id => 3; }",
        """
        var mapped = System.Linq.Enumerable.Single(typeof(Account).GetProperty("DomainEvents")!.GetCustomAttributes(false), a => a.GetType().Name == "NotMappedAttribute");
        return System.Text.Json.JsonSerializer.Serialize(new Account()) + " " + mapped.GetType().Name;
        """));

    [Theory]
    [InlineData("namespace Other { class AggregateAttribute : System.Attribute { } [Aggregate] public partial class Account { } }")]
    [InlineData("[DomainEvents.Persistence.Aggregate] public class Account { }")]
    [InlineData("[DomainEvents.Persistence.Aggregate] public partial record Account { }")]
    [InlineData("[DomainEvents.Persistence.Aggregate] public static partial class Account { }")]
    [InlineData("[DomainEvents.Persistence.Aggregate] file partial class Account { }")]
    [InlineData("public class Outer { [DomainEvents.Persistence.Aggregate] public partial class Account { } }")]
    [InlineData("[Missing.Aggregate] public partial class Account { }")]
    [InlineData("[DomainEvents.Persistence.Aggregate] public partial class Account<T, { }")]
    public void Anything_else_gets_nothing(string source) =>
        Assert.False(Edge.Run(Edge.Project(source), GeneratorChecks.BrokenInput).Has("Account"));

    [Theory]
    [InlineData("using Root = DomainEvents.Persistence.AggregateAttribute;")]
    [InlineData("using RootAttribute = DomainEvents.Persistence.AggregateAttribute;")]
    [InlineData("global using Root = DomainEvents.Persistence.AggregateAttribute;")]
    public void Alias_stands_for_the_attribute(string alias) => Assert.Equal("1", Edge.Execute(
        Edge.Project(Event).WithFile("Account.cs", alias + " [Root] public partial class Account { public void Do(int n) => Raise(new Happened(n)); }"),
        Waiting + " var account = new Account(); account.Do(1); return Waiting(account);"));

    [Fact]
    public void Attribute_on_two_parts_spares_every_other_output()
    {
        var result = Edge.Run(
            Edge.Project(Event).WithFile("1.cs", "[DomainEvents.Persistence.Aggregate] partial class Account { }").WithFile("2.cs", "[DomainEvents.Persistence.Aggregate] partial class Account { }"),
            GeneratorChecks.BrokenInput);

        Assert.Empty(Edge.Faults(result, "CS0579"));
        Assert.True(result.Has("Account"));
    }

    [Fact]
    public void Body_of_an_aggregate_asks_nothing_and_writes_nothing_again()
    {
        var runner = IncrementalRunner.Start(new DomainEventGenerator(), Edge.Project(Event)
            .WithFile("Account.cs", "[DomainEvents.Persistence.Aggregate] public partial class Account { public int One() { return 1; } }"));
        Assert.True(runner.Last.Result.Has("Account"));

        runner.Edit(static project => project.Replace("return 1;", "return 2;"))
            .Expect(TrackingNames.Inquiry, IncrementalStepRunReason.Unchanged)
            .Expect(TrackingNames.AggregateModels, IncrementalStepRunReason.Cached)
            .ExpectOutputsCached();
    }

    [Fact]
    public void Base_that_comes_to_raise_events_by_itself_takes_the_members_over()
    {
        var runner = IncrementalRunner.Start(new DomainEventGenerator(), Edge.Project(Event)
            .WithFile("Account.cs", "[DomainEvents.Persistence.Aggregate] public partial class Account : Entity { }")
            .WithFile("Entity.cs", "public abstract class Entity { }"));
        Assert.True(runner.Last.Result.Has("Account"));

        Assert.False(runner.Edit(static project => project.Replace("class Entity { }", "class Entity : DomainEvents.Persistence.AggregateRoot { }")).Result.Has("Account"));
    }
}
