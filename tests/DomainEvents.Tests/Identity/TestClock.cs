namespace DomainEvents.Tests.Identity;

/// <summary>A clock that stands still until it is told otherwise.</summary>
internal sealed class TestClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2025, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public int Readings { get; private set; }

    public void Advance(TimeSpan span) => Now += span;

    public override DateTimeOffset GetUtcNow()
    {
        Readings++;
        return Now;
    }
}
