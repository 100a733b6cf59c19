namespace DomainEvents.Persistence.Tests.Messages;

public class OutboxPartitionTests
{
    /// <summary>Rows of earlier releases depend on these numbers.</summary>
    [Theory]
    [InlineData("strategy-S-1", 10)]
    [InlineData("strategy-S-2", 7)]
    [InlineData("주문-1", 13)]
    public void Partition_of_a_stream_never_changes(string stream, int expected) =>
        Assert.Equal(expected, OutboxPartition.Of(stream, Guid.NewGuid()));

    [Fact]
    public void Partitions_of_streams_and_of_single_messages_are_evenly_filled()
    {
        var streams = Enumerable.Range(0, 16_000).Select(number => OutboxPartition.Of($"order-{number}", Guid.Empty));
        var singles = Enumerable.Range(0, 16_000).Select(number => OutboxPartition.Of("", new Guid(number, 2, 3, new byte[8])));

        Assert.All(Fill(streams), count => Assert.InRange(count, 800, 1200));
        Assert.All(Fill(singles), count => Assert.InRange(count, 800, 1200));
    }

    private static int[] Fill(IEnumerable<int> partitions)
    {
        var fill = new int[OutboxPartition.Count];
        foreach (var partition in partitions)
        {
            fill[partition]++;
        }

        return fill;
    }
}
