namespace DomainEvents.Tests.Concurrency;

/// <summary>The faults that a race has to find.</summary>
internal enum Fault
{
    DropsPublish,
    PublishesTwice,
    KeepsDisposed,
    SubscribesLate,
    SwapsOrder,
}

/// <summary>A publisher with one fault, which shows rarely.</summary>
internal sealed class FaultyPublisher(Fault fault) : RacePublisher
{
    private readonly List<Action> _late = [];

    public override void Publish(ITicket ticket, bool isAsync)
    {
        var isFaulty = ticket.Record.Number % 50 == 49;
        if (isFaulty && fault == Fault.SwapsOrder)
        {
            ticket.Record.Note(2);
        }

        if (!isFaulty || fault != Fault.DropsPublish)
        {
            base.Publish(ticket, isAsync);
        }

        if (isFaulty && fault == Fault.PublishesTwice)
        {
            base.Publish(ticket, isAsync);
        }

        if (isFaulty && fault == Fault.SubscribesLate)
        {
            lock (_late)
            {
                _late.ForEach(static subscribe => subscribe());
                _late.Clear();
            }
        }
    }

    public override IDisposable Subscribe(SubscriptionKind kind, Observer observer)
    {
        if (fault == Fault.SubscribesLate)
        {
            lock (_late)
            {
                _late.Add(() => base.Subscribe(kind, observer));
            }

            return new MemoryStream();
        }

        var subscription = base.Subscribe(kind, observer);
        return fault == Fault.KeepsDisposed ? new MemoryStream() : subscription;
    }
}
