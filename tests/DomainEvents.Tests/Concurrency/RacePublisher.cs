using DomainEvents.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Concurrency;

/// <summary>What a race does with a publisher: a seam at which faults are put in, to see that the race finds them.</summary>
internal class RacePublisher : IDisposable
{
    private readonly DomainEventPublisher _publisher;
    private int _created;

    public RacePublisher()
    {
        var module = new TestModule()
            .Sync<ITicket>("Race.Static", static ticket => Count(ticket))
            .Class<TicketHandler, ITicket>(lifetime: HandlerLifetime.Singleton, create: () =>
            {
                Interlocked.Increment(ref _created);
                return new TicketHandler();
            });
        var table = new HandlerTable(
            [module], static () => [new PipelineDescriptor(typeof(IndexedTicket), [0, 0, 0, 1], static handlers => new TicketPipeline(handlers))]);
        _publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = table });
    }

    /// <summary>How often the handler was created; once, however many threads publish first.</summary>
    public int HandlersCreated => _created;

    public virtual void Publish(ITicket ticket, bool isAsync)
    {
        if (isAsync)
        {
            var pending = _publisher.PublishAsync(ticket);
            Assert.True(pending.IsCompletedSuccessfully);
            pending.GetAwaiter().GetResult();
        }
        else
        {
            _publisher.Publish(ticket);
        }
    }

    public virtual IDisposable Subscribe(SubscriptionKind kind, Observer observer) => kind switch
    {
        SubscriptionKind.Event => _publisher.Subscribe<IndexedTicket>(observer.Receive),
        SubscriptionKind.Interface => _publisher.Subscribe<ITicket>(observer.Receive),
        SubscriptionKind.Weak => _publisher.SubscribeWeak<Observer, MappedTicket>(observer, static (target, ticket) => target.Receive(ticket)),
        SubscriptionKind.Owned => _publisher.SubscribeOwned<UnknownTicket>(observer, observer.Receive),
        SubscriptionKind.All => _publisher.SubscribeAll(domainEvent => observer.Receive((ITicket)domainEvent)),
        _ => _publisher.Subscribe<ITicket>((ticket, _) =>
        {
            observer.Receive(ticket);
            return default;
        }),
    };

    public void Dispose() => _publisher.Dispose();

    private static void Count(ITicket ticket)
    {
        ticket.Record.Note(0);
        ticket.Record.DeclaredCalls++;
    }

    private sealed class TicketHandler : IDomainEventHandler<ITicket>
    {
        public void Handle(ITicket domainEvent) => Count(domainEvent);
    }

    // As a composition root writes it: the race swaps it for the pipeline with subscriptions and back.
    private sealed class TicketPipeline(BoundHandlers handlers) : GeneratedPipeline(handlers)
    {
        private readonly object? _handler1 = handlers[1];

        public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
        {
            var ticket = (IndexedTicket)domainEvent;
            Count(ticket);
            HandlerServices.Resolve<TicketHandler>(_handler1, services).Handle(ticket);
        }

        public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
        {
            Invoke(domainEvent, services);
            return default;
        }
    }
}

/// <summary>The ways of subscribing that a race uses.</summary>
internal enum SubscriptionKind
{
    Event,
    Interface,
    Weak,
    Owned,
    All,
    Asynchronous,
}
