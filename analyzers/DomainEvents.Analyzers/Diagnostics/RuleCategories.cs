namespace DomainEvents.Analyzers.Diagnostics;

/// <summary>The categories of the rules, one a hundred of ids.</summary>
internal static class RuleCategories
{
    public const string Declaration = "DomainEvents.Declaration";
    public const string Naming = "DomainEvents.Naming";
    public const string Members = "DomainEvents.Members";
    public const string Handlers = "DomainEvents.Handlers";
    public const string Publishing = "DomainEvents.Publishing";
    public const string Subscriptions = "DomainEvents.Subscriptions";
    public const string Testing = "DomainEvents.Testing";
}
