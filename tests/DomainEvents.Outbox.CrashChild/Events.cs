namespace DomainEvents.Persistence.CrashChild;

/// <summary>An account has another version.</summary>
/// <param name="Place"><c>account/version</c>, or <c>account/given up</c> where the transaction is to be rolled back.</param>
[DomainEvent(Durable = true)]
internal sealed partial record AccountChanged(string Place);

/// <summary>The same of the account whose events nobody takes.</summary>
[DomainEvent(Durable = true)]
internal sealed partial record AccountPoisoned(string Place);
