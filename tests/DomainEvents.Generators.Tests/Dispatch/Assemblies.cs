using DomainEvents.Hosting.CompilerServices;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>Small assemblies with events and handlers, compiled strictly.</summary>
internal static class Assemblies
{
    /// <summary>Collects what handlers did; referenced by every assembly of a test.</summary>
    public const string Log = """
        namespace Shop
        {
            /// <summary>What happened, in order.</summary>
            public static class Log
            {
                private static readonly global::System.Collections.Generic.List<string> Lines = new();

                /// <summary>Notes a line.</summary>
                public static void Add(string line) => Lines.Add(line);

                /// <summary>Takes all lines.</summary>
                public static string Take()
                {
                    var lines = string.Join(" ", Lines);
                    Lines.Clear();
                    return lines;
                }
            }
        }
        """;

    /// <summary>An event as the typing path would complete it.</summary>
    public static string Event(string name, string modifiers = "public sealed", string bases = "global::DomainEvents.DomainEvent", string content = "") => $$"""
        /// <summary>An event.</summary>
        [global::DomainEvents.DomainEvent("{{name.ToLowerInvariant()}}.happened")]
        {{modifiers}} partial class {{name}} : {{bases}}
        {
            /// <summary>What happened.</summary>
            public override string EventType => "{{name.ToLowerInvariant()}}.happened";
            {{content}}
        }
        """;

    public static TestProject Library(string name, params IEnumerable<string> sources) => TestProject.Create(sources)
        .WithAssemblyName(name)
        .WithImplicitUsings("DomainEvents")
        .WithReferences(typeof(IDomainEvent).Assembly)
        .WithDocumentation();

    public static TestProject Root(string name, params IEnumerable<string> sources) =>
        Library(name, sources).WithBuildProperty("DomainEventsCompositionRoot", "true");

    public static TestProject WithHosting(this TestProject project) => project.WithReferences(typeof(DomainEventsRegistration).Assembly);

    public static GeneratorResult Run(this TestProject project, GeneratorChecks checks = GeneratorChecks.All, bool editor = false) =>
        GeneratorRunner.Run(new DispatchOnlyGenerator(), project, checks, editor);

    /// <summary>A class whose method <c>Run</c> holds the statements.</summary>
    public static string Script(string body) => $$"""
        internal static class Script
        {
            internal static object? Run()
            {
                {{body}}
            }
        }
        """;
}
