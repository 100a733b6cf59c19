namespace DomainEvents.Testing;

/// <summary>An assertion of an <see cref="EventSpy"/> that did not hold. The message lists what the spy has received, in order.</summary>
public sealed class EventAssertionException : Exception
{
    internal EventAssertionException(string message)
        : base(message)
    {
    }
}
