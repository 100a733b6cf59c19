namespace DomainEvents.Tests.Concurrency;

/// <summary>
/// Rounds on fresh publishers: two threads publish, the first publishes of all at once, while two more subscribe and dispose. What must
/// and what must not have been delivered follows from the moments at which calls began and ended.
/// </summary>
/// <param name="create">Makes the publisher of a round.</param>
internal sealed class Race(Func<RacePublisher> create)
{
    private const int Publishers = 2;
    private const int Subscribers = 2;
    private const int Publishes = 200;
    private const int Turns = 30;

    private readonly RaceClock _clock = new();
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);

    /// <summary>How many rounds were run.</summary>
    public int Rounds { get; private set; }

    /// <summary>What went wrong, with how often; empty if nothing did.</summary>
    public string Faults => string.Join(", ", _faults.Select(static fault => $"{fault.Key} {fault.Value}"));

    /// <summary>Starts an action that may wait for others: the thread pool might run them one after the other.</summary>
    public static Task OnOwnThread(Action action) =>
        Task.Factory.StartNew(action, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Runs a round.</summary>
    public void Run()
    {
        // Every other round has asynchronous subscriptions, which a synchronous publish would have to refuse.
        var isAsync = Rounds++ % 2 == 1;
        using var publisher = create();
        using var start = new Barrier(Publishers + Subscribers);
        var published = new List<ITicket>[Publishers];
        var observers = new List<Observer>[Subscribers];
        Task[] threads =
        [
            .. Enumerable.Range(0, Publishers).Select(number => OnOwnThread(() => published[number] = Publish(publisher, start, number, isAsync))),
            .. Enumerable.Range(0, Subscribers).Select(number => OnOwnThread(() => observers[number] = Subscribe(publisher, start, number, isAsync))),
        ];
        Task.WaitAll(threads);
        Check(publisher, published, [.. observers.SelectMany(static list => list)]);
    }

    private List<ITicket> Publish(RacePublisher publisher, Barrier start, int thread, bool isAsync)
    {
        var tickets = Enumerable.Range(0, Publishes).Select(number => Create(new TicketRecord(thread, number))).ToList();
        start.SignalAndWait();
        foreach (var ticket in tickets)
        {
            ticket.Record.Began = _clock.Next();
            publisher.Publish(ticket, isAsync || ticket.Record.Number % 2 == 0);
            ticket.Record.Ended = _clock.Next();
        }

        return tickets;
    }

    private static ITicket Create(TicketRecord record) => (record.Number % 3) switch
    {
        0 => new IndexedTicket(record),
        1 => new MappedTicket(record),
        _ => new UnknownTicket(record),
    };

    private List<Observer> Subscribe(RacePublisher publisher, Barrier start, int thread, bool isAsync)
    {
        var observers = new List<Observer>();
        var live = new List<(Observer Observer, IDisposable Subscription)>();
        var random = new Random((Rounds * Subscribers) + thread);
        start.SignalAndWait();
        for (var turn = 0; turn < Turns; turn++)
        {
            var kind = (SubscriptionKind)random.Next(isAsync ? 6 : 5);
            var observer = ObserverOf(kind);
            observers.Add(observer);
            observer.SubscribeBegan = _clock.Next();
            var subscription = publisher.Subscribe(kind, observer);
            observer.SubscribeEnded = _clock.Next();
            live.Add((observer, subscription));
            while (live.Count > random.Next(4))
            {
                var at = random.Next(live.Count);
                live[at].Observer.DisposeBegan = _clock.Next();
                live[at].Subscription.Dispose();
                live[at].Observer.DisposeEnded = _clock.Next();
                live.RemoveAt(at);
            }
        }

        return observers;
    }

    private static Observer ObserverOf(SubscriptionKind kind) => kind switch
    {
        SubscriptionKind.Event => new Observer(Publishers, static ticket => ticket is IndexedTicket, 1),
        SubscriptionKind.Weak => new Observer(Publishers, static ticket => ticket is MappedTicket, 1),
        SubscriptionKind.Owned => new Observer(Publishers, static ticket => ticket is UnknownTicket, 1),
        SubscriptionKind.All => new Observer(Publishers, static _ => true, 2),
        _ => new Observer(Publishers, static _ => true, 1),
    };

    private void Check(RacePublisher publisher, List<ITicket>[] published, List<Observer> observers)
    {
        var faults = new List<string>();
        if (publisher.HandlersCreated != 1)
        {
            faults.Add("handler created twice");
        }

        for (var thread = 0; thread < Publishers; thread++)
        {
            foreach (var ticket in published[thread])
            {
                var calls = ticket.Record.DeclaredCalls;
                if (calls != 2)
                {
                    faults.Add(calls < 2 ? "lost to a declared handler" : "doubled at a declared handler");
                }

                if (ticket.Record.IsBroken)
                {
                    faults.Add("torn");
                }
            }

            observers.ForEach(observer => observer.Check(published[thread], thread, faults));
        }

        faults.ForEach(fault => _faults[fault] = _faults.GetValueOrDefault(fault) + 1);
    }
}
