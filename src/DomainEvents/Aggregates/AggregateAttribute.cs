namespace DomainEvents.Persistence;

/// <summary>
/// Marks a partial class that raises events. The generated part implements <see cref="IHasDomainEvents"/> and has a method <c>Raise</c>
/// for the class and its subclasses. For classes that do not derive from <see cref="AggregateRoot"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class AggregateAttribute : Attribute;
