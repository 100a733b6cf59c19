using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace DomainEvents.Benchmarks.Serialization;

/// <summary>An event as JSON beside a plain class of the same properties with System.Text.Json's source generation.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class JsonBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private readonly DomainEventSerializer _serializer = DomainEventSerializer.Default;
    private readonly OrderShipped _event = new("O-2026-000123", Guid.NewGuid(), 129.95m, ["A-1", "B-2", "C-3"], null);
    private OrderShippedData _data = null!;
    private byte[] _json = [];
    private Utf8JsonWriter _writer = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _serializer.Write(_output, _event);
        _json = _output.WrittenSpan.ToArray();
        _data = JsonSerializer.Deserialize(_json, OrderShippedContext.Default.OrderShippedData)!;
        _writer = new Utf8JsonWriter(_output);
    }

    [GlobalCleanup]
    public void CleanUp() => _writer.Dispose();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("write")]
    public int SourceGeneration_write()
    {
        _output.ResetWrittenCount();
        _writer.Reset(_output);
        JsonSerializer.Serialize(_writer, _data, OrderShippedContext.Default.OrderShippedData);
        _writer.Flush();
        return _output.WrittenCount;
    }

    [Benchmark]
    [BenchmarkCategory("write")]
    public int Event_write()
    {
        _output.ResetWrittenCount();
        _serializer.Write(_output, _event);
        return _output.WrittenCount;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("read")]
    public object? SourceGeneration_read() => JsonSerializer.Deserialize(_json, OrderShippedContext.Default.OrderShippedData);

    [Benchmark]
    [BenchmarkCategory("read")]
    public object Event_read() => _serializer.Read("benchmark.order_shipped", 1, _json);
}

[DomainEvent("benchmark.order_shipped")]
public sealed partial class OrderShipped
{
    public string OrderId { get; }

    public Guid CustomerId { get; }

    public decimal Total { get; }

    public IReadOnlyList<string> Lines { get; }

    public string? Coupon { get; }
}

/// <summary>The same JSON: identity and properties.</summary>
public sealed record OrderShippedData(
    Guid EventId, DateTimeOffset OccurredAt, string EventType, int EventVersion, string OrderId, Guid CustomerId, decimal Total, IReadOnlyList<string> Lines, string? Coupon);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OrderShippedData))]
internal sealed partial class OrderShippedContext : JsonSerializerContext;
