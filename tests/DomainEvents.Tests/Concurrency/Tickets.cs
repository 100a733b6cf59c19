using DomainEvents.CompilerServices;

namespace DomainEvents.Tests.Concurrency;

/// <summary>An event of the race, whatever way it is found by.</summary>
internal interface ITicket : IDomainEvent
{
    TicketRecord Record { get; }
}

/// <summary>What is known of one publish. Written by the thread that publishes, in handlers too; read when all threads have ended.</summary>
/// <param name="publisher">The number of the thread.</param>
/// <param name="number">The number of the publish on it.</param>
internal sealed class TicketRecord(int publisher, int number)
{
    private readonly int _check = ~number;

    public int Publisher { get; } = publisher;

    public int Number { get; } = number;

    /// <summary>A moment before the publish.</summary>
    public long Began { get; set; }

    /// <summary>A moment after it.</summary>
    public long Ended { get; set; }

    /// <summary>How often the declared handlers ran.</summary>
    public int DeclaredCalls { get; set; }

    /// <summary>Whether a handler of an earlier phase ran after one of a later phase, or saw half an event.</summary>
    public bool IsBroken { get; private set; }

    private int Phase { get; set; }

    /// <summary>Notes a call: declared handlers are phase 0, subscriptions 1, those to all events 2.</summary>
    public void Note(int phase)
    {
        IsBroken |= phase < Phase || _check != ~Number;
        Phase = phase;
    }
}

/// <summary>A ticket found by its index.</summary>
internal sealed class IndexedTicket(TicketRecord record) : DomainEvent(s_index), ITicket
{
    private static readonly int s_index = EventTypeIndex.Register(typeof(IndexedTicket));

    public TicketRecord Record { get; } = record;

    public override string EventType => "race.indexed";
}

/// <summary>A ticket whose constructor does not know the index: each instance is looked up once.</summary>
internal sealed class UnknownTicket(TicketRecord record) : DomainEvent, ITicket
{
    public TicketRecord Record { get; } = record;

    public override string EventType => "race.unknown";
}

/// <summary>A ticket found by its class.</summary>
internal sealed record MappedTicket(TicketRecord Record) : ITicket
{
    public Guid EventId => Guid.Empty;

    public DateTimeOffset OccurredAt => default;

    public string EventType => "race.mapped";
}
