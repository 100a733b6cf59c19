using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>Typing path and build path together: events as users write them.</summary>
public sealed class WholeGeneratorTests
{
    private const string Events = """
        namespace Shop;
        /// <summary>A class without a base.</summary>
        [DomainEvent] public partial class StrategyCreated
        {
            /// <summary>Which.</summary>
            public string StrategyId { get; }
        }
        /// <summary>A record.</summary>
        /// <param name="Symbol">Which.</param>
        [DomainEvent] public sealed partial record TriggerFired(string Symbol);
        /// <summary>A base event.</summary>
        [DomainEvent("order.event")] public abstract partial class OrderEvent;
        /// <summary>An event of an event.</summary>
        [DomainEvent] public partial class OrderPlaced : OrderEvent;
        /// <summary>The user's own base.</summary>
        public abstract class Entity;
        /// <summary>An event with a base of its own.</summary>
        [DomainEvent] public partial class EntityMoved : Entity;
        /// <summary>Holds a private event.</summary>
        public partial class Vault
        {
            /// <summary>Publishes it.</summary>
            public static void Open(IDomainEventPublisher publisher) => publisher.Publish(new VaultOpened(3));
            [DomainEvent] private sealed partial record VaultOpened(int Door);
            private sealed class Guard : IDomainEventHandler<VaultOpened> { public void Handle(VaultOpened e) => Log.Add("guard " + e.Door); }
        }
        """;

    private const string Handlers = """
        namespace Shop.Handlers;
        internal sealed class One : IDomainEventHandler<StrategyCreated> { public void Handle(StrategyCreated e) => Log.Add("one"); }
        internal sealed class Two : IDomainEventHandler<TriggerFired> { public void Handle(TriggerFired e) => Log.Add("two"); }
        internal sealed class Three : IDomainEventHandler<OrderEvent> { public void Handle(OrderEvent e) => Log.Add("three"); }
        internal sealed class Four : IDomainEventHandler<EntityMoved> { public void Handle(EntityMoved e) => Log.Add("four"); }
        internal sealed class Base : IDomainEventHandler<DomainEvent> { public void Handle(DomainEvent e) => Log.Add("base"); }
        internal sealed class Any : IDomainEventHandler<IDomainEvent>
        {
            public void Handle(IDomainEvent e) => Log.Add(Environment.StackTrace.Contains("_Root.Pipeline") ? "written" : "composed");
        }
        """;

    [Theory]
    [InlineData("publisher.Publish(new StrategyCreated(\"S-1\"));", "one base written")]
    [InlineData("publisher.Publish(new TriggerFired(\"ABC\"));", "two written")]
    [InlineData("publisher.Publish(new OrderPlaced());", "three base written")]
    [InlineData("publisher.Publish(new EntityMoved());", "four written")]
    [InlineData("Vault.Open(publisher);", "guard 3 composed")]
    public void Event_runs_through_the_pipeline_of_the_root_in_one_assembly_and_in_three(string publish, string expected)
    {
        var script = "using Shop;\n" + Assemblies.Script($"using var publisher = new DomainEventPublisher(); {publish} return Log.Take();");
        var alone = Run(Assemblies.Root("Shop.All", Assemblies.Log, Events, Handlers, script));
        var events = Run(Assemblies.Library("Shop.Events", Assemblies.Log, Events));
        var handlers = Run(Assemblies.Library("Shop.Handlers", Handlers).WithLibrary(events, asImage: true));
        var root = Run(Assemblies.Root("Shop.Host", script).WithLibrary(events, asImage: true).WithLibrary(handlers, asImage: true));

        Assert.Equal(expected, GeneratorExecution.Call(alone, "Script", "Run"));
        Assert.Equal(expected, GeneratorExecution.Call(root, "Script", "Run"));
    }

    [Fact]
    public void Generated_code_uses_no_reflection()
    {
        var result = Run(Assemblies.Root("Shop.All", Assemblies.Log, Events, Handlers.Replace("Environment.StackTrace.Contains(\"_Root.Pipeline\")", "true", StringComparison.Ordinal)).WithHosting());

        using var image = new PEReader(result.Image);
        var reader = image.GetMetadataReader();
        var types = reader.TypeReferences.Select(reader.GetTypeReference).Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}").ToList();
        var ofType = reader.MemberReferences.Select(reader.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Where(member => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == "Type")
            .Select(member => reader.GetString(member.Name));

        // Attributes of the assembly are no code.
        Assert.DoesNotContain(types, type => type.StartsWith("System.Reflection.", StringComparison.Ordinal) && !type.EndsWith("Attribute", StringComparison.Ordinal));
        Assert.DoesNotContain("System.Activator", types);
        
        // Equality of types is what every record compares.
        Assert.Equal(["GetTypeFromHandle", "op_Equality"], ofType.Distinct().Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whole_output_is_free_of_warnings_also_in_the_editor(bool editor) =>
        Assert.Equal(!editor, GeneratorRunner.Run(new DomainEventGenerator(), Assemblies.Root("Shop.All", Assemblies.Log, Events, Handlers).WithHosting(), editor: editor).Has("Module"));

    private static GeneratorResult Run(TestProject project) => GeneratorRunner.Run(new DomainEventGenerator(), project);
}
