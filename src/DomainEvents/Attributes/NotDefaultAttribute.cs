namespace DomainEvents;

/// <summary>Refuses the default value: an empty <see cref="Guid"/>, the default of an id type or of a date.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = false)]
public sealed class NotDefaultAttribute : Attribute;
