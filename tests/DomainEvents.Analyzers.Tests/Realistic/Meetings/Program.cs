using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meetings;

public interface INotification;

public sealed record Envelope<T>(T Payload, Guid CorrelationId) : INotification
    where T : IDomainEvent;

/// <summary>A read model that is fed by hand: nothing but patterns says what it listens to.</summary>
public sealed class Projection
{
    public int Members { get; private set; }

    public void Apply(IDomainEvent domainEvent)
    {
        switch (domainEvent)
        {
            case MemberLeftGroup left when left.Roles.Count > 0:
                Members--;
                break;
            case MeetingScheduled { Location: not null }:
                Members++;
                break;
        }
    }
}

public sealed class WelcomeMail(ILogger<WelcomeMail> log, HttpClient http) : IAsyncDomainEventHandler<UserRegistered>
{
    public async ValueTask HandleAsync(UserRegistered domainEvent, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                using HttpResponseMessage response = await http.PostAsync("mail", new StringContent(domainEvent.Email), cancellationToken);
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException exception) when (attempt < 2)
            {
                log.LogWarning(exception, "Once more");
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);
            }
        }
    }
}

[DomainEventHandler(Phase = HandlerPhase.InTransaction)]
public sealed class CountUsers(Projection projection) : IDomainEventHandler<UserRegistered>
{
    public void Handle(UserRegistered domainEvent) => Console.WriteLine(projection.Members);
}

public sealed class PaymentEndpoint(IDomainEventPublisher publisher)
{
    public async Task<bool> ReceiveAsync(string type, string id, long amount, CancellationToken cancellationToken)
    {
        if (type != "payment_intent.succeeded")
        {
            return false;
        }

        await publisher.PublishAsync(new PaymentIntentSucceeded(id, amount), cancellationToken);
        return true;
    }

    public Task ReceiveAllAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        Task.WhenAll(ids.Select(id => publisher.PublishAsync(new PaymentIntentSucceeded(id, 1), cancellationToken).AsTask()));
}

public sealed class Bridge(IDomainEventSubscriber subscriber, IDomainEventPublisher publisher) : IDisposable
{
    private EventSubscription? _subscription;

    public void Start() => _subscription ??= subscriber.Subscribe<MeetingScheduled>(scheduled =>
        publisher.Publish(new MemberLeftGroup(scheduled.MeetingId, scheduled.MeetingId, "", [])));

    public void Dispose() => _subscription?.Dispose();
}

public static class Program
{
    public static async Task Main()
    {
        IServiceCollection services = new ServiceCollection().AddLogging().AddSingleton<Projection>().AddSingleton<HttpClient>().AddSingleton<Bridge>();
        services.AddScoped<PaymentEndpoint>().AddDomainEvents();
        await using ServiceProvider provider = services.BuildServiceProvider();
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();
        await publisher.PublishAsync(new InvitedUserRegistered("a@example.org", "b@example.org") { DisplayName = "A" });
        await publisher.PublishAsync(new MeetingScheduled(Guid.NewGuid(), "Planning", DateTimeOffset.UtcNow, null));
        Console.WriteLine(new Envelope<UserRegistered>(new UserRegistered("c@example.org"), Guid.NewGuid()));
    }
}
