using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DomainEvents.Guides.Tests;

[DomainEvent]
public partial class StrategyCreated
{
    public string StrategyId { get; }

    public string StrategyName { get; }

    [AllowBlank]
    public string Memo { get; }

    public decimal Budget { get; }
}

[JsonSerializable(typeof(decimal))]
internal sealed partial class ShopJsonContext : JsonSerializerContext;

/// <summary>The code of the guide to JSON, run.</summary>
public sealed class JsonGuide
{
    [Fact]
    public void Event_comes_back_as_it_was_written()
    {
        var serializer = DomainEventSerializer.Default;                // the events of the application and of the assemblies it references

        var output = new ArrayBufferWriter<byte>();
        serializer.Write(output, new StrategyCreated("S-1", "Momentum", memo: "", budget: 10m));

        IDomainEvent back = serializer.Read(StrategyCreated.EventTypeName, StrategyCreated.EventTypeVersion, output.WrittenSpan);

        var created = Assert.IsType<StrategyCreated>(back);
        Assert.Equal(("S-1", "Momentum", "", 10m), (created.StrategyId, created.StrategyName, created.Memo, created.Budget));
    }

    [Fact]
    public void Types_of_others_come_from_the_options()
    {
        var serializer = new DomainEventSerializer(options: new JsonSerializerOptions { TypeInfoResolver = ShopJsonContext.Default });

        Assert.True(serializer.CanRead(StrategyCreated.EventTypeName, StrategyCreated.EventTypeVersion));
    }

    [Fact]
    public void Event_is_written_by_the_usual_serializer()
    {
        IDomainEvent created = new StrategyCreated("S-1", "Momentum", memo: "", budget: 10m);

        Assert.Contains("\"strategyId\":\"S-1\"", Write((StrategyCreated)created), StringComparison.Ordinal);
    }

    private static string Write(StrategyCreated domainEvent)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = DomainEventSerializer.Default.TypeInfoResolver };
        string json = JsonSerializer.Serialize(domainEvent, options);
        return json;
    }
}
