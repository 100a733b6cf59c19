namespace DomainEvents.Persistence.Tests.Messages;

public class StreamRefTests
{
    [Fact]
    public void Sequence_increases_with_the_ordinal_and_then_with_the_version()
    {
        long[] sequences =
        [
            new StreamRef("s", 0).SequenceOf(0),
            new StreamRef("s", 0).SequenceOf(1),
            new StreamRef("s", 0).SequenceOf(StreamRef.MaxEventsPerVersion - 1),
            new StreamRef("s", 1).SequenceOf(0),
        ];

        Assert.Equal(sequences.Order(), sequences);
        Assert.Equal(4, sequences.Distinct().Count());
        Assert.All(sequences, sequence => Assert.True(sequence > 0));
    }

    [Fact]
    public void Sequence_without_a_version_or_a_stream_is_zero()
    {
        Assert.Equal(0, new StreamRef("s").SequenceOf(3));
        Assert.Equal(0, new StreamRef("", 3).SequenceOf(3));
        Assert.Equal(0, default(StreamRef).SequenceOf(3));
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(0, StreamRef.MaxEventsPerVersion)]
    [InlineData(-1, 0)]
    [InlineData(long.MaxValue, 0)]
    public void Sequence_out_of_range_is_refused(long version, int ordinal) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamRef("s", version).SequenceOf(ordinal));
}
