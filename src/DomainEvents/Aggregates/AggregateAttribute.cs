namespace DomainEvents.Persistence;

/// <summary>
/// Marks a partial class that raises events. The source generator implements <see cref="IHasDomainEvents"/> and adds a method
/// <c>Raise</c> for the class and its subclasses. For those that cannot derive from <see cref="AggregateRoot"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class AggregateAttribute : Attribute;
