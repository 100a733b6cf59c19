namespace DomainEvents.Persistence;

/// <summary>How strictly the order of the messages of a stream is kept when the broker refuses one of them alone.</summary>
public enum StreamOrder
{
    /// <summary>
    /// The next message is sent before the last one is confirmed. A lost connection loses the last ones only; if the broker refuses one alone,
    /// later ones of its stream may arrive before it, and are sent again after it.
    /// </summary>
    Pipelined,

    /// <summary>One message of a stream is on its way at a time: nothing arrives before what precedes it, at the rate of one answer a message.</summary>
    StrictPerStream,
}
