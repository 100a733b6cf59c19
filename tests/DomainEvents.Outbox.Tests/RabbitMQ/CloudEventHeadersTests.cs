using System.Text;
using DomainEvents.Persistence.RabbitMQ;
using DomainEvents.Persistence.Tests.Support;
using RabbitMQ.Client;

namespace DomainEvents.Persistence.Tests.RabbitMQ;

public class CloudEventHeadersTests
{
    private static readonly OutboxMessage s_message = TestMessages.InStream("order-1", 3) with
    {
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        TraceState = "vendor=1",
        Baggage = "user=7",
        CorrelationId = "correlation",
        CausationId = "cause",
        SchemaVersion = 2,
    };

    [Fact]
    public void Message_is_written_as_a_cloud_event_in_binary_mode()
    {
        var properties = CloudEventHeaders.Write(s_message, "urn:shop");

        Assert.Equal("1.0", properties.Headers!["cloudEvents:specversion"]);
        Assert.Equal(s_message.Id.ToString(), properties.Headers["cloudEvents:id"]);
        Assert.Equal("order.placed", properties.Headers["cloudEvents:type"]);
        Assert.Equal("urn:shop", properties.Headers["cloudEvents:source"]);
        Assert.Equal("order-1", properties.Headers["cloudEvents:subject"]);
        Assert.Equal("2026-03-01T12:00:00.0000000Z", properties.Headers["cloudEvents:time"]);
        Assert.Equal(s_message.TraceParent, properties.Headers["traceparent"]);
        Assert.Equal(("application/json", DeliveryModes.Persistent), (properties.ContentType, properties.DeliveryMode));
    }

    [Theory]
    [InlineData("cloudEvents:")]
    [InlineData("cloudEvents_")]
    public void Message_is_read_as_it_was_written_under_either_prefix(string prefix)
    {
        var properties = CloudEventHeaders.Write(s_message, "urn:shop");

        // As the broker delivers them: texts as bytes.
        properties.Headers = properties.Headers!.ToDictionary(
            header => header.Key.Replace("cloudEvents:", prefix, StringComparison.Ordinal), header => (object?)Encoding.UTF8.GetBytes((string)header.Value!));

        Assert.Equal(s_message, CloudEventHeaders.Read(properties, s_message.Data));
    }

    [Fact]
    public void Message_that_is_no_cloud_event_is_refused() =>
        Assert.Throws<FormatException>(() => CloudEventHeaders.Read(new BasicProperties(), default));
}
