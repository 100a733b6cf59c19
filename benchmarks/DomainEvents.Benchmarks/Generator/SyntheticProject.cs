using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Benchmarks.Generator;

/// <summary>A project of N events, N handlers and N classes that have nothing to do with events, a file each.</summary>
internal sealed class SyntheticProject
{
    private readonly SyntaxTree _event;
    private readonly SyntaxTree _other;
    private int _edits;

    public SyntheticProject(int size)
    {
        var trees = new List<SyntaxTree>(size * 3);
        for (var i = 0; i < size; i++)
        {
            trees.Add(Parse(Event(i, 0, ""), $"Event{i}.cs"));
            trees.Add(Parse(Handler(i), $"Handler{i}.cs"));
            trees.Add(Parse(Other(i, 0), $"Other{i}.cs"));
        }

        _event = trees[0];
        _other = trees[2];
        Compilation = CSharpCompilation.Create("Synthetic", trees, References(), new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>Another body in a class that is no event.</summary>
    public CSharpCompilation EditOther() => Compilation.ReplaceSyntaxTree(_other, Parse(Other(0, ++_edits), "Other0.cs"));

    /// <summary>Another body in the file of an event.</summary>
    public CSharpCompilation EditBody() =>
        Compilation.ReplaceSyntaxTree(_event, Parse(Event(0, ++_edits, ""), "Event0.cs"));

    /// <summary>Another property of an event.</summary>
    public CSharpCompilation EditProperty() =>
        Compilation.ReplaceSyntaxTree(_event, Parse(Event(0, 0, $"public int Extra{++_edits} {{ get; }}"), "Event0.cs"));

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, path: path, encoding: Encoding.UTF8);

    private static string Event(int i, int body, string property) => $$"""
        using System;
        using System.Collections.Generic;
        using DomainEvents;

        namespace Shop.Area{{i % 20}};

        [DomainEvent]
        public partial class Order{{i}}Placed{{(i % 10 < 7 ? $" : IArea{i % 20}" : "")}}
        {
            public string OrderId { get; }
            public Guid CustomerId { get; }
            public decimal Total { get; }
            public IReadOnlyList<string> Lines { get; }
            public string? Coupon { get; }
            {{property}}

            public decimal Net() => Total - {{body}};
        }

        {{(i < 20 ? $"public interface IArea{i % 20};" : "")}}
        """;

    private static string Handler(int i) => $$"""
        using DomainEvents;

        namespace Shop.Area{{i % 20}};

        public sealed class Order{{i}}Handler : IDomainEventHandler<Order{{i}}Placed>
        {
            public void Handle(Order{{i}}Placed domainEvent) => System.Console.WriteLine(domainEvent);
        }
        """;

    private static string Other(int i, int edit) => $$"""
        namespace Shop.Area{{i % 20}};

        public class Service{{i}}
        {
            public int Value { get; set; }

            public int Compute(int x) => x + {{edit}};
        }
        """;

    internal static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name
            && (name.StartsWith("System.", StringComparison.Ordinal) || name is "DomainEvents.dll" or "netstandard.dll" or "mscorlib.dll"))
        .Select(path => MetadataReference.CreateFromFile(path));
}
