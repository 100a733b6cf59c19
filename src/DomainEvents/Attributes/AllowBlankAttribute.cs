namespace DomainEvents;

/// <summary>Lets a required text be empty or white space: <see langword="null"/> still throws.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = false)]
public sealed class AllowBlankAttribute : Attribute;
