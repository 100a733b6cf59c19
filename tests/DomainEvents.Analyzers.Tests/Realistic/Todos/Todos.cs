using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Todos;

public abstract class BaseEntity
{
    private readonly List<IDomainEvent> _events = [];

    public int Id { get; protected set; }

    public IReadOnlyCollection<IDomainEvent> Events => _events.AsReadOnly();

    protected void AddEvent(IDomainEvent domainEvent) => _events.Add(domainEvent);

    public void ClearEvents() => _events.Clear();
}

public sealed class TodoItem : BaseEntity
{
    private bool _done;

    public TodoItem(int listId, string title)
    {
        ListId = listId;
        Title = title;
        AddEvent(new TodoItemCreatedEvent(listId, title));
    }

    public int ListId { get; }

    public string Title { get; }

    public bool Done
    {
        get => _done;
        set
        {
            if (value && !_done)
            {
                AddEvent(new TodoItemCompletedEvent(Id));
            }

            _done = value;
        }
    }

    public void Delete() => AddEvent(new TodoItemDeletedEvent(Id));
}

[DomainEvent]
public abstract partial class TodoEvent
{
    public int TodoId { get; }
}

[DomainEvent]
public partial class TodoItemCreatedEvent
{
    public int ListId { get; }

    public string Title { get; }
}

[DomainEvent]
public sealed partial class TodoItemCompletedEvent : TodoEvent;

[DomainEvent]
public sealed partial class TodoItemDeletedEvent : TodoEvent;

public sealed class LogTodo(ILogger<LogTodo> log) : IDomainEventHandler<TodoEvent>, IDomainEventHandler<TodoItemCreatedEvent>
{
    public void Handle(TodoEvent domainEvent) => log.LogInformation("{Type} of {Id}", domainEvent.GetType().Name, domainEvent.TodoId);

    public void Handle(TodoItemCreatedEvent domainEvent) => log.LogInformation("created {Title}", domainEvent.Title);
}

public sealed class Dispatcher(IDomainEventPublisher publisher)
{
    public async Task DispatchAndClearAsync(IEnumerable<BaseEntity> entities, CancellationToken cancellationToken)
    {
        foreach (BaseEntity entity in entities)
        {
            IDomainEvent[] events = [.. entity.Events];
            entity.ClearEvents();
            foreach (IDomainEvent domainEvent in events)
            {
                await publisher.PublishAsync(domainEvent, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}

public static class TodoServices
{
    public static IServiceCollection AddTodos(this IServiceCollection services) => services.AddScoped<Dispatcher>();

    public static async Task Main()
    {
        await using ServiceProvider provider = new ServiceCollection().AddLogging().AddTodos().AddDomainEvents().BuildServiceProvider();
        await provider.GetRequiredService<Dispatcher>().DispatchAndClearAsync([new TodoItem(1, "write") { Done = true }], CancellationToken.None);
    }
}
