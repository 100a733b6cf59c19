using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

public sealed class FilterRegistrationTests
{
    private readonly HandlerTable _table = Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>());

    [Fact]
    public void Registered_filters_stand_around_handlers_in_the_order_of_registration_outside_those_of_the_options()
    {
        var services = Container.Describe(_table, options => options.Filters.Add(new NotingFilter("options")));
        services.AddSingleton<IDomainEventHandlerFilter>(new NotingFilter("first"));
        services.AddSingleton<IDomainEventHandlerFilter>(new NotingFilter("second"));
        using var provider = services.BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        var journal = provider.GetRequiredService<Journal>();
        Assert.Equal(["first", "second", "options"], journal.Entries.Take(3));
        Assert.IsType<JournalHandler>(journal.Entries[3]);
    }

    [Fact]
    public void Filter_registered_for_a_scope_is_refused_with_advice()
    {
        var services = Container.Describe(_table);
        services.AddScoped<IDomainEventHandlerFilter, SilentFilter>();
        using var provider = services.BuildServiceProvider();

        var thrown = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<DomainEventPublisher>());

        Assert.Contains(nameof(SilentFilter), thrown.Message, StringComparison.Ordinal);
        Assert.Contains("singleton", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>Enters its name into the journal of the handler's scope.</summary>
    private sealed class NotingFilter(string name) : IDomainEventHandlerFilter
    {
        public void Invoke(HandlerInvocation invocation)
        {
            invocation.Services!.GetRequiredService<Journal>().Add(name);
            invocation.Proceed();
        }

        public ValueTask InvokeAsync(HandlerInvocation invocation) => invocation.ProceedAsync();
    }

    private sealed class SilentFilter : IDomainEventHandlerFilter
    {
        public void Invoke(HandlerInvocation invocation) => invocation.Proceed();

        public ValueTask InvokeAsync(HandlerInvocation invocation) => invocation.ProceedAsync();
    }
}
