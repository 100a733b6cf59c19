using DomainEvents.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Binding;

public sealed class HandlerCreationTests
{
    [Fact]
    public void Constructor_without_a_container_throws_for_handlers_that_need_services_and_names_both()
    {
        var module = new TestModule()
            .Row(new HandlerDescriptor
            {
                HandledType = typeof(OrderPlaced),
                Name = "Shop.WelcomeMail",
                HandlerType = typeof(PlainHandler),
                Services = [typeof(IFormatProvider)],
                Invoke = (_, _, _) => { },
            })
            .Row(new HandlerDescriptor
            {
                HandledType = typeof(OrderPaid),
                Name = "Shop.Audit.On",
                TakesServices = true,
                Services = [typeof(IServiceProvider)],
                Invoke = (_, _, _) => { },
            })
            .Row(new HandlerDescriptor
            {
                HandledType = typeof(OrderShipped),
                Name = "Shop.WelcomeMail",
                HandlerType = typeof(PlainHandler),
                Services = [typeof(IFormatProvider)],
                Invoke = (_, _, _) => { },
            });

        var thrown = Assert.Throws<InvalidOperationException>(() => module.Publisher());

        Assert.Single(thrown.Message.Split('\n'), line => line.Contains("Shop.WelcomeMail"));
        Assert.Contains(typeof(IFormatProvider).ToString(), thrown.Message);
        Assert.Contains("Shop.Audit.On", thrown.Message);
        Assert.Contains(typeof(IServiceProvider).ToString(), thrown.Message);
    }

    [Fact]
    public void Handler_class_is_created_once_a_publisher_and_not_before_the_first_publish()
    {
        var created = 0;
        var module = new TestModule()
            .Class<PlainHandler, OrderPlaced>(create: Create)
            .Class<PlainHandler, OrderEvent>(create: Create);
        using var publisher = module.Publisher();
        Assert.Equal(0, created);

        publisher.Publish(new OrderPlaced());
        publisher.Publish(new ExpressOrderPlaced());
        Assert.Equal(1, created);
        using var other = module.Publisher();
        other.Publish(new OrderPlaced());

        Assert.Equal(2, created);

        PlainHandler Create()
        {
            created++;
            return new PlainHandler();
        }
    }

    [Fact]
    public void Handler_class_is_created_once_when_threads_publish_first_together()
    {
        for (var round = 0; round < 100; round++)
        {
            var created = 0;
            var handler = new PlainHandler();
            using var publisher = new TestModule()
                .Class<PlainHandler, OrderPlaced>(create: () =>
                {
                    Interlocked.Increment(ref created);
                    Thread.Yield();
                    return handler;
                })
                .Publisher();

            Parallel.Invoke([.. Enumerable.Repeat<Action>(() => publisher.Publish(new OrderPlaced()), 4)]);

            Assert.Equal(1, created);
            Assert.Equal(4, handler.Calls);
        }
    }

    [Fact]
    public void Handler_that_cannot_be_created_fails_like_one_that_throws_and_is_tried_again()
    {
        var isBroken = true;
        var calls = 0;
        using var publisher = new TestModule()
            .Class<PlainHandler, OrderPlaced>(create: () => isBroken ? throw new FormatException() : new PlainHandler())
            .Sync<OrderPlaced>("Shop.Z", _ => calls++, order: 1)
            .Publisher();
        publisher.Subscribe<OrderPlaced>(_ => { calls++; });

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));
        Assert.IsType<FormatException>(Assert.Single(thrown.InnerExceptions));
        Assert.Equal([typeof(PlainHandler).FullName!], thrown.FailedHandlers);
        Assert.Equal(2, calls);
        isBroken = false;
        publisher.Publish(new OrderPlaced());

        Assert.Equal(4, calls);
    }

    [Fact]
    public void Handler_whose_constructor_publishes_its_own_event_throws_instead_of_waiting_for_itself()
    {
        DomainEventPublisher publisher = null!;
        publisher = new TestModule()
            .Class<PlainHandler, OrderPlaced>(create: () =>
            {
                publisher.Publish(new OrderPlaced());
                return new PlainHandler();
            })
            .Publisher();

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Contains(typeof(PlainHandler).ToString(), thrown.Flatten().InnerExceptions[0].Message);
    }

    private sealed class PlainHandler : IDomainEventHandler<OrderPlaced>, IDomainEventHandler<OrderEvent>
    {
        private int _calls;

        public int Calls => _calls;

        public void Handle(OrderPlaced domainEvent) => Interlocked.Increment(ref _calls);

        public void Handle(OrderEvent domainEvent) => Interlocked.Increment(ref _calls);
    }
}
