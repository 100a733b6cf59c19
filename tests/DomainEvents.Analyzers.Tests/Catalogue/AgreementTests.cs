using DomainEvents.Generators;
using DomainEvents.Generators.Reading.Symbols;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>The rules ask symbols what the generator reads from text: both must come to the same constructor, or to none.</summary>
public class AgreementTests
{
    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } public int? Count { get; } public Guid Key { get; init; } }")]
    [InlineData("[DomainEvent(IncludeSettable = true)] public partial record OrderPlaced { public string Id { get; set; } public int Count { get; private set; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; set; } public static int Count { get; } public int Total => 1; public string Memo { get; } = \"\"; }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent { public string Id { get; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public required int Count { get; init; } } [DomainEvent] public partial class OrderReplaced : OrderPlaced { public string? Note { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } public OrderPlaced(string id) => Id = id; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } public OrderPlaced(int id) => Id = $\"{id}\"; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } public string id { get; } }")]
    [InlineData("[DomainEvent] public partial record CategoryMoved { public CategoryMoved? Previous { get; init; } }")]
    [InlineData("[DomainEvent] public partial record CategoryMoved { public CategoryMoved? Previous { get; init; } public int Depth { get; init; } }")]
    [InlineData("public class Message { public Message(Guid id) { } } [DomainEvent] public partial class OrderPlaced : Message { public string Id { get; } }")]
    [InlineData("public class Message { public Message(Guid id) { } } [DomainEvent] public partial class OrderPlaced : Message { public string Id { get; } public OrderPlaced() : base(default) => Id = \"\"; }")]
    [InlineData("public class Message { public Message(Guid key) { } } [DomainEvent] public partial class OrderPlaced : Message { public string Id { get; } }")]
    [InlineData("public class Message { public Message(Guid key) { } public Message(int key) { } } [DomainEvent] public partial class OrderPlaced : Message { public string Id { get; } }")]
    [InlineData("public class Message { public required Guid Key { get; init; } } [DomainEvent] public partial class OrderPlaced : Message { public string Id { get; } }")]
    [InlineData("[DomainEvent] public partial record OrderEvent(string Id); [DomainEvent] public partial record OrderPlaced : OrderEvent { public int Count { get; } }")]
    [InlineData("[DomainEvent(GenerateConstructor = false)] public partial class OrderPlaced { public string? Id { get; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string Id) { public int Count { get; init; } }")]
    [InlineData("[DomainEvent] public partial class Changed<T> where T : notnull { public T Before { get; } public T After { get; } public (int A, string B) Pair { get; } public dynamic Any { get; } }")]
    [InlineData("public partial class Outer { private struct Hidden; [DomainEvent] partial class OrderPlaced { Hidden Secret { get; } } }")]
    public void Rules_expect_the_constructor_that_is_generated(string source)
    {
        GeneratorResult result = GeneratorRunner.Run([new DomainEventGenerator()], Setups.ForAll().ProjectOf(source), GeneratorChecks.NoException);
        var constructors = new ConstructorSymbols(result.Compilation);
        SyntaxTree tree = result.Compilation.SyntaxTrees[0];
        EventSymbol[] events = [.. tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Select(declaration => Microsoft.CodeAnalysis.CSharp.CSharpExtensions.GetDeclaredSymbol(result.Compilation.GetSemanticModel(tree), declaration))
            .OfType<INamedTypeSymbol>()
            .Select(EventSymbol.From)
            .OfType<EventSymbol>()];

        Assert.NotEmpty(events);
        Assert.All(events, source =>
        {
            string[]? expected = constructors.FindGenerated(source) is { } generated && !constructors.HasWritten(source.Type, generated.Parameters)
                ? [.. generated.Parameters.Select(static parameter => $"{parameter.Type} {parameter.Name}")]
                : null;
            string[]? found = source.Type.InstanceConstructors.SingleOrDefault(RuntimeSymbols.IsGenerated) is { } constructor
                ? [.. constructor.Parameters.Select(static parameter => $"{parameter.Type} {parameter.Name}")]
                : null;

            // A constructor without parameters comes and goes with the index: no rule is about it.
            Assert.Equal(expected is [] ? null : expected, found is [] ? null : found);
        });
    }
}
