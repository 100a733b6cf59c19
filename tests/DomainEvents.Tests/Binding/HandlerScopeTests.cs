using DomainEvents.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Binding;

public sealed class HandlerScopeTests
{
    private readonly TestScopes _scopes = new();

    [Fact]
    public void Singleton_handlers_come_from_the_root_once_and_without_a_scope()
    {
        using var publisher = Publisher(HandlerLifetime.Singleton);
        Assert.Equal(0, _scopes.Root.Created);

        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());

        Assert.Equal(1, _scopes.Root.Created);
        Assert.Empty(_scopes.Opened);
        Assert.Equal(2, _scopes.Root.Handler!.Calls);
    }

    [Theory]
    [InlineData(HandlerLifetime.Scoped)]
    [InlineData(HandlerLifetime.Transient)]
    public async Task Publish_without_services_opens_a_scope_where_handlers_need_one_and_disposes_it(HandlerLifetime lifetime)
    {
        using var publisher = Publisher(lifetime);

        publisher.Publish(new OrderPlaced());
        Assert.Equal([(1, "disposed")], _scopes.Opened.Select(scope => (scope.Handler!.Calls, scope.End)));
        await publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);

        Assert.Equal([(1, "disposed"), (1, "disposed asynchronously")], _scopes.Opened.Select(scope => (scope.Handler!.Calls, scope.End)));
        Assert.Equal(0, _scopes.Root.Created);
    }

    [Fact]
    public async Task Publish_with_services_uses_them_and_opens_no_scope()
    {
        using var publisher = Publisher(HandlerLifetime.Scoped);
        var services = new TestProvider();

        publisher.Publish(new OrderPlaced(), services);
        await publisher.PublishAsync(new OrderPlaced(), services, TestContext.Current.CancellationToken);
        publisher.PublishBatch([new OrderPlaced()], services);
        await publisher.PublishBatchAsync([new OrderPlaced()], services, TestContext.Current.CancellationToken);

        Assert.Equal(4, services.Handler!.Calls);
        Assert.Empty(_scopes.Opened);
        Assert.Null(services.End);
    }

    [Fact]
    public void Publish_of_an_event_whose_handlers_need_no_services_opens_no_scope()
    {
        using var publisher = Publisher(HandlerLifetime.Scoped);

        publisher.Publish(new OrderPaid(1));

        Assert.Empty(_scopes.Opened);
    }

    [Fact]
    public void Scope_is_disposed_when_a_handler_throws_and_subscribers_run_in_the_same_publish()
    {
        using var publisher = Publisher(HandlerLifetime.Scoped);
        publisher.Subscribe<OrderPlaced>(_ => Throw());

        Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));

        var scope = Assert.Single(_scopes.Opened);
        Assert.Equal("disposed", scope.End);
        Assert.Equal(1, scope.Handler!.Calls);

        static void Throw() => throw new FormatException();
    }

    [Fact]
    public void Error_of_a_scopes_disposal_is_reported_and_hides_nothing()
    {
        var unhandled = new List<Exception>();
        using var publisher = Publisher(HandlerLifetime.Scoped, unhandled.Add);
        _scopes.DisposalError = new TimeoutException();

        publisher.Publish(new OrderPlaced());

        Assert.IsType<TimeoutException>(Assert.Single(unhandled));
    }

    [Fact]
    public void Singleton_that_the_container_lacks_fails_the_publish_and_is_named()
    {
        _scopes.Root.IsEmpty = true;
        using var publisher = Publisher(HandlerLifetime.Singleton);

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Contains(typeof(CountingHandler).ToString(), Assert.Single(thrown.InnerExceptions).Message);
    }

    [Fact]
    public async Task Background_handler_gets_a_scope_of_its_own()
    {
        var handled = new TaskCompletionSource();
        var module = new TestModule().Row(new HandlerDescriptor
        {
            HandledType = typeof(OrderPlaced),
            Name = "Shop.Background",
            HandlerType = typeof(CountingHandler),
            Background = true,
            Invoke = (handler, domainEvent, services) =>
                HandlerServices.Resolve<CountingHandler>(handler, services).Handle((OrderPlaced)domainEvent),
        });
        _scopes.Closed = handled.SetResult;
        using var publisher = module.Publisher(options => options.Services = _scopes);
        var services = new TestProvider();

        publisher.Publish(new OrderPlaced(), services);
        await handled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(1, Assert.Single(_scopes.Opened).Handler!.Calls);
        Assert.Null(services.Handler);
    }

    private DomainEventPublisher Publisher(HandlerLifetime lifetime, Action<Exception>? onUnhandledError = null) => new TestModule()
        .Class<CountingHandler, OrderPlaced>(lifetime: lifetime)
        .Sync<OrderPaid>("Shop.Static", _ => { })
        .Publisher(options =>
        {
            options.Services = _scopes;
            options.OnUnhandledError = onUnhandledError;
        });
}
