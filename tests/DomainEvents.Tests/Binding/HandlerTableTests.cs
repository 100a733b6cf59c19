using DomainEvents.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Binding;

[Collection("Announcements")]
public sealed class HandlerTableTests
{
    private readonly List<string> _calls = [];
    private readonly List<Exception> _unhandled = [];

    [Fact]
    public void Constructor_asks_modules_and_pipelines_for_nothing()
    {
        var module = new SilentModule();

        var table = new HandlerTable([module], () => throw new InvalidOperationException());
        HandlerTable.Announce(module);
        _ = table.Union(new TestModule().Table());

        Assert.False(module.WasAsked);
    }

    [Fact]
    public void Union_runs_the_handlers_of_both_tables_and_those_of_a_common_module_once()
    {
        var common = new TestModule("A").Sync<OrderPlaced>("A", _ => _calls.Add("common"));
        var left = new HandlerTable([common], () => []);
        var right = new HandlerTable([common, new TestModule("B").Sync<OrderPlaced>("B", _ => _calls.Add("right"))], () => []);
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = left.Union(right).Union(left) });

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["common", "right"], _calls);
        Assert.Same(left, left.Union(HandlerTable.Empty));
        Assert.Same(left, HandlerTable.Empty.Union(left));
    }

    [Fact]
    public void Install_serves_publishers_built_afterwards()
    {
        using var before = new DomainEventPublisher();
        HandlerTable.Install(new TestModule("Late").Sync<InstalledEvent>("Late.A", _ => _calls.Add("A")).Table());
        using var after = new DomainEventPublisher();

        before.Publish(new InstalledEvent());
        Assert.Empty(_calls);
        after.Publish(new InstalledEvent());

        Assert.Equal(["A"], _calls);
    }

    [Fact]
    public void Announced_module_that_the_table_does_not_know_is_reported_once_at_the_first_publish_that_concerns_it()
    {
        var module = new TestModule("Plugin").Event<AnnouncedEvent>().Sync<AnnouncedEvent>("Plugin.A", _ => _calls.Add("A"));
        using var publisher = new TestModule().Publisher(options => options.OnUnhandledError = _unhandled.Add);
        using var knowing = new DomainEventPublisher(new DomainEventPublisherOptions
        {
            Handlers = module.Table(),
            OnUnhandledError = _ => _calls.Add("reported although known"),
        });
        HandlerTable.Announce(module);
        HandlerTable.Announce(module);

        publisher.Publish(new OrderPlaced());
        Assert.Empty(_unhandled);
        publisher.Publish(new AnnouncedEvent());
        publisher.Publish(new AnnouncedEvent());
        publisher.Publish(new DerivedAnnouncedEvent());

        var report = Assert.Single(_unhandled);
        Assert.Contains("Plugin.A", report.Message);
        Assert.Contains("'Plugin'", report.Message);
        Assert.Empty(_calls);
        knowing.Publish(new AnnouncedEvent());
        Assert.Equal(["A"], _calls);
    }

    [Fact]
    public void Module_announced_after_the_event_was_published_is_reported_at_the_next_publish()
    {
        using var publisher = new TestModule().Publisher(options => options.OnUnhandledError = _unhandled.Add);
        publisher.Subscribe<LateEvent>(_ => _calls.Add("subscription"));
        publisher.Publish(new LateEvent());
        HandlerTable.Announce(new TestModule("Late.Plugin").Sync<LateEvent>("Late.A", _ => { }));

        publisher.Publish(new LateEvent());
        publisher.Publish(new LateEvent());

        Assert.Contains("Late.A", Assert.Single(_unhandled).Message);
        Assert.Equal(["subscription", "subscription", "subscription"], _calls);
    }

    [Fact]
    public void Empty_table_reports_no_announced_module()
    {
        HandlerTable.Announce(new TestModule("Ignored").Sync<IgnoredEvent>("Ignored.A", _ => { }));
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions
        {
            Handlers = HandlerTable.Empty,
            OnUnhandledError = _unhandled.Add,
        });

        publisher.Publish(new IgnoredEvent());

        Assert.Empty(_unhandled);
    }

    private record TestEvent(string EventType) : IDomainEvent
    {
        public Guid EventId => Guid.Empty;

        public DateTimeOffset OccurredAt => default;
    }

    private sealed record InstalledEvent() : TestEvent("test.installed");

    private sealed record LateEvent() : TestEvent("test.late");

    private sealed record IgnoredEvent() : TestEvent("test.ignored");

    private record AnnouncedEvent() : TestEvent("test.announced");

    private sealed record DerivedAnnouncedEvent : AnnouncedEvent;

    private sealed class SilentModule : HandlerModule
    {
        public override string AssemblyName => "Silent";

        public bool WasAsked { get; private set; }

        public override Type[] DescribeEvents()
        {
            WasAsked = true;
            return [];
        }

        public override HandlerDescriptor[] DescribeHandlers()
        {
            WasAsked = true;
            return [];
        }
    }
}
