using DomainEvents.Generators.Tests.EdgeCases;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Serialization;

/// <summary>Runs what is generated to write and read events of a project.</summary>
internal static class Json
{
    private const string Tools = """
        using System;
        using System.Buffers;
        using System.Text;
        using System.Text.Json;
        using DomainEvents;
        using Shop;

        internal static class Json
        {
            private static readonly HandlerTable Table = new HandlerTable(new DomainEvents.CompilerServices.HandlerModule[] { DomainEvents.Generated.Shop_App_Module.Instance }, static () => Array.Empty<DomainEvents.CompilerServices.PipelineDescriptor>());
            public static DomainEventSerializer Serializer(JsonSerializerOptions? options = null) => new DomainEventSerializer(Table, options);
            public static string Write(IDomainEvent domainEvent, JsonSerializerOptions? options = null)
            {
                var buffer = new ArrayBufferWriter<byte>();
                Serializer(options).Write(buffer, domainEvent);
                return Encoding.UTF8.GetString(buffer.WrittenSpan.ToArray());
            }
            public static IDomainEvent Read(string eventType, string json, int version = 1, JsonSerializerOptions? options = null) =>
                Serializer(options).Read(eventType, version, Encoding.UTF8.GetBytes(json));
            public static T Back<T>(T domainEvent, JsonSerializerOptions? options = null) where T : class, IDomainEvent =>
                (T)Read(domainEvent.EventType, Write(domainEvent, options), domainEvent.EventVersion, options);
            public static bool IsSame(IDomainEvent left, IDomainEvent right) =>
                left.GetType() == right.GetType() && left.EventId == right.EventId && left.OccurredAt == right.OccurredAt && Write(left) == Write(right) && !ReferenceEquals(left, right);
            /// <summary>Without the identity, which differs from run to run.</summary>
            public static string Data(IDomainEvent domainEvent, JsonSerializerOptions? options = null)
            {
                var json = Write(domainEvent, options);
                var head = "{\"eventId\":\"" + domainEvent.EventId + "\",\"occurredAt\":\"";
                if (!json.StartsWith(head, StringComparison.Ordinal)) { return json; }
                var rest = json.IndexOf('"', head.Length) + 1;
                return rest == json.Length - 1 ? "{}" : "{" + json.Substring(rest + 1);
            }
        }

        internal static class Script
        {
            internal static object? Run()
            {
        #line 1
                STATEMENTS
            }
        }
        """;

    /// <summary>What the statements return.</summary>
    public static object? Run(string events, string statements, GeneratorChecks checks = GeneratorChecks.All, params string[] symbols) => GeneratorExecution.Call(
        Edge.Run(Edge.Project(events).WithFile("Script.cs", Tools.Replace("STATEMENTS", statements, StringComparison.Ordinal)).WithSymbols(symbols), checks), "Script", "Run");
}
