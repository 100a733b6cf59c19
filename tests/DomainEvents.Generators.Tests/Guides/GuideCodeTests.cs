using DomainEvents.Generators.Tests.EdgeCases;
using DomainEvents.Guides.Tests;
using Microsoft.Extensions.Logging;

namespace DomainEvents.Generators.Tests.Guides;

/// <summary>
/// The code of the guides that tell what is generated, compiled as a user would have it: each block with what it takes for granted. The
/// other guides' code stands in projects that run it.
/// </summary>
public sealed class GuideCodeTests
{
    private const string Block = "/* the block */";

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using DomainEvents;
        using Microsoft.Extensions.Logging;

        namespace Shop;

        """;

    private const string Order = """
        [DomainEvent] public sealed partial record OrderPlaced(string OrderId, decimal Total);

        """;

    private const string Publishing = Usings + Order + $$"""
        public sealed class Code(DomainEventPublisher publisher, List<IDomainEvent> events, List<string> log)
        {
            public async Task RunAsync(CancellationToken cancellationToken)
            {
                {{Block}}
                await Task.Yield();
                _ = (events, log);
            }

            private static ValueTask SaveAsync(OrderPlaced domainEvent, CancellationToken cancellationToken) => default;
        }
        """;

    private static readonly Dictionary<string, string[]> s_surroundings = new()
    {
        ["guides/events.md"] =
        [
            Block,
            Usings + Block,
            Usings + Block,
            Usings + Block,
            Usings + Order + $$"""
                public static class Code
                {
                    public static void Run(TimeProvider timeProvider)
                    {
                        {{Block}}
                    }
                }
                """,
        ],
        ["guides/handlers.md"] =
        [
            Usings + $$"""
                [DomainEvent] public sealed partial record CustomerRegistered(string Email);
                public interface IMailer { ValueTask SendAsync(string address, CancellationToken cancellationToken); }
                {{Block}}
                """,
        ],
        ["guides/publishing.md"] = [Publishing, Publishing, Publishing, Publishing],
    };

    public static TheoryData<string> Guides => [.. s_surroundings.Keys];

    [Theory]
    [MemberData(nameof(Guides))]
    public void Code_of_a_guide_compiles_without_a_warning(string guide)
    {
        string[] blocks = [.. GuideText.BlocksOf(guide)];

        Assert.Equal(s_surroundings[guide].Length, blocks.Length);
        foreach (var (surroundings, block) in s_surroundings[guide].Zip(blocks))
        {
            Edge.Run(Edge.Project(surroundings.Replace(Block, block, StringComparison.Ordinal)).WithReferences(typeof(ILogger).Assembly));
        }
    }

    /// <summary>A guide that no test compiles says what it likes.</summary>
    [Fact]
    public void Every_guide_with_code_is_compiled_by_some_test()
    {
        string[] elsewhere =
        [
            "background-and-batches", "filters", "hosting", "json", "operations", "outbox", "pooling", "scaling-out", "subscriptions", "testing",
            "tracing-and-metrics", "unit-of-work",
        ];

        Assert.Equal(
            GuideText.All().Where(static guide => GuideText.BlocksOf(guide).Any()).Order(StringComparer.Ordinal),
            elsewhere.Select(static name => $"guides/{name}.md").Concat(s_surroundings.Keys).Order(StringComparer.Ordinal));
    }
}
