namespace DomainEvents.Benchmarks.Outbox;

/// <summary>Half a kilobyte, as events often are.</summary>
[DomainEvent("benchmark.paid", Durable = true)]
public sealed partial record Paid(string AccountId, decimal Amount, string Text)
{
    public static Paid Create() => new("a", 12.50m, s_text);

    private static readonly string s_text = new('x', 400);
}
