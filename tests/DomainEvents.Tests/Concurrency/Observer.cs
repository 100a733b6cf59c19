namespace DomainEvents.Tests.Concurrency;

/// <summary>One subscription of the race: when it was there, and what it was given.</summary>
/// <param name="Publishers">How many threads publish.</param>
internal sealed class Observer(int publishers, Func<ITicket, bool> concerns, int phase)
{
    // One list a publishing thread, so that only that thread writes to it.
    private readonly List<TicketRecord>[] _received = [.. Enumerable.Range(0, publishers).Select(_ => new List<TicketRecord>())];

    /// <summary>A moment before the subscription was made.</summary>
    public long SubscribeBegan { get; set; }

    /// <summary>A moment after it was made.</summary>
    public long SubscribeEnded { get; set; }

    /// <summary>A moment before it was disposed.</summary>
    public long DisposeBegan { get; set; } = long.MaxValue;

    /// <summary>A moment after it was disposed.</summary>
    public long DisposeEnded { get; set; } = long.MaxValue;

    public void Receive(ITicket ticket)
    {
        ticket.Record.Note(phase);
        _received[ticket.Record.Publisher].Add(ticket.Record);
    }

    /// <summary>Compares what came with what had to come and what must not have come.</summary>
    public void Check(IReadOnlyList<ITicket> published, int publisher, List<string> faults)
    {
        var received = _received[publisher];
        var distinct = received.ToHashSet();
        if (distinct.Count != received.Count)
        {
            faults.Add("doubled");
        }

        foreach (var ticket in published)
        {
            var record = ticket.Record;
            if (distinct.Contains(record))
            {
                if (!concerns(ticket))
                {
                    faults.Add("astray");
                }

                if (record.Began > DisposeEnded)
                {
                    faults.Add("late");
                }

                if (record.Ended < SubscribeBegan)
                {
                    faults.Add("early");
                }
            }
            else if (concerns(ticket) && record.Began > SubscribeEnded && record.Ended < DisposeBegan)
            {
                faults.Add("lost");
            }
        }
    }
}
