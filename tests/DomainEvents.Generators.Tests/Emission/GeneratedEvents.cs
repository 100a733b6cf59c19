using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>Runs the whole generator for the tests of what it writes.</summary>
internal static class GeneratedEvents
{
    /// <summary>The shapes that the snapshots show, each a file of its own.</summary>
    public static readonly IReadOnlyDictionary<string, string> Shapes = new Dictionary<string, string>
    {
        ["class"] = """
            using System;
            using System.Collections.Generic;
            using DomainEvents;

            namespace Shop.Strategies
            {
                /// <summary>A strategy came to be.</summary>
                [DomainEvent]
                public partial class StrategyCreated
                {
                    /// <summary>The strategy's id.</summary>
                    public string StrategyId { get; }

                    /// <summary>A note; may be empty.</summary>
                    [AllowBlank]
                    public string Memo { get; }

                    /// <summary>Why.</summary>
                    public string? Reason { get; }

                    /// <summary>Who.</summary>
                    [NotDefault]
                    public Guid Author { get; }

                    /// <summary>What it may cost.</summary>
                    public decimal Budget { get; }

                    /// <summary>What it trades &amp; how much.</summary>
                    public IReadOnlyList<string> Symbols { get; }

                    /// <summary>No parameter: it has a value.</summary>
                    public int Attempts { get; init; } = 1;

                    /// <summary>No parameter: it is computed.</summary>
                    public bool IsCheap => Budget < 10m;
                }
            }
            """,
        ["positional_record"] = """
            using System;
            using System.Text.Json.Serialization;
            using DomainEvents;

            namespace Shop.Triggers
            {
                /// <summary>A trigger fired.</summary>
                /// <param name="TriggerId">The trigger.</param>
                /// <param name="Symbol">What was traded.</param>
                /// <param name="Price">For how much.</param>
                /// <param name="Note">A remark.</param>
                [DomainEvent("trigger.fired", Version = 2)]
                public sealed partial record TriggerFired(Guid TriggerId, string Symbol, decimal Price, string? Note);
            }
            """,
        ["derived"] = """
            using DomainEvents;

            namespace Shop.Shapes
            {
                /// <summary>Any order event.</summary>
                [DomainEvent]
                public abstract partial class OrderEvent
                {
                    /// <summary>The order.</summary>
                    public string OrderId { get; }
                    /// <summary>Its note.</summary>
                    public string? Note { get; }
                }

                /// <summary>An order was placed.</summary>
                [DomainEvent]
                public partial class OrderPlaced : OrderEvent
                {
                    /// <summary>How many.</summary>
                    public int Lines { get; }
                    /// <summary>By whom.</summary>
                    public string Customer { get; }
                }

                /// <summary>An order was placed again.</summary>
                [DomainEvent]
                public sealed partial class OrderReplaced : OrderPlaced
                {
                }
            }
            """,
        ["own_base"] = """
            using System;
            using DomainEvents;

            namespace Shop.Bases
            {
                /// <summary>A base of one's own that knows nothing of events.</summary>
                public abstract class Entry
                {
                    /// <summary>The text.</summary>
                    public string? Text { get; set; }
                }

                /// <summary>A base of one's own that is an event and wants to be told something.</summary>
                public abstract class Message : IDomainEvent
                {
                    /// <summary>Takes the topic.</summary>
                    protected Message(string topic) => Topic = topic;
                    /// <summary>The topic.</summary>
                    public string Topic { get; }
                    /// <inheritdoc />
                    public Guid EventId { get; init; } = Guid.NewGuid();
                    /// <inheritdoc />
                    public DateTimeOffset OccurredAt { get; init; }
                    /// <inheritdoc />
                    public abstract string EventType { get; }
                }

                /// <summary>An entry was added.</summary>
                [DomainEvent]
                public partial class EntryAdded : Entry
                {
                    /// <summary>How many.</summary>
                    public int Count { get; }
                }

                /// <summary>A message was sent.</summary>
                [DomainEvent]
                public partial class MessageSent : Message
                {
                    /// <summary>To whom.</summary>
                    public string To { get; }
                }
            }
            """,
        ["nested_generic"] = """
            using System.Collections.Generic;
            using DomainEvents;

            namespace Shop.Nesting
            {
                /// <summary>A container.</summary>
                public partial class Store<TKey>
                    where TKey : notnull
                {
                    /// <summary>Another.</summary>
                    public partial interface IShelf
                    {
                        /// <summary>An item was stored.</summary>
                        [DomainEvent]
                        public sealed partial record ItemStored<TItem>
                            where TItem : class
                        {
                            /// <summary>The key.</summary>
                            public TKey Key { get; init; }
                            /// <summary>The item.</summary>
                            public required TItem Item { get; init; }
                            /// <summary>All.</summary>
                            public List<(TKey Key, TItem? Value)> All { get; private set; }
                        }
                    }
                }
            }
            """,
        ["names_and_contexts"] = """
            using DomainEvents;

            /// <summary>In the global namespace, with names that need care.</summary>
            [DomainEvent("odd.happened")]
            public partial class @event
            {
                /// <summary>A.</summary>
                public string @class { get; }
                /// <summary>B.</summary>
                public string Default { get; }
                /// <summary>C.</summary>
                public int value { get; }
            #nullable disable
                /// <summary>D.</summary>
                public string Old { get; }
            #nullable restore
                /// <summary>E.</summary>
                public dynamic Anything { get; }
                /// <summary>F.</summary>
                public int? System { get; }
            }
            """,
        ["without_data"] = """
            using DomainEvents;

            namespace Shop;

            /// <summary>The system started.</summary>
            [DomainEvent]
            public sealed partial class SystemStarted;
            """,
    };

    /// <summary>Generates and compiles in a strict consumer, with every check of the harness on.</summary>
    public static GeneratorResult Run(params IEnumerable<string> sources) => Run(Consumer(sources));

    public static GeneratorResult Run(TestProject project) => GeneratorRunner.Run(new DomainEventGenerator(), project);

    /// <summary>Generates, builds and runs the statements.</summary>
    public static object? Execute(string source, string statements, Func<TestProject, TestProject>? change = null)
    {
        var project = Consumer(source, HandMade.Script(statements));
        return GeneratorExecution.Call(Run(change is null ? project : change(project)), "Script", "Run");
    }

    public static TestProject Consumer(params IEnumerable<string> sources) => TestProject.Create(sources)
        .WithReferences(typeof(IDomainEvent).Assembly)
        .WithDocumentation()
        .WithAssemblyName("Shop.Tests");
}
