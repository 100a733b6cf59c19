namespace DomainEvents.Hosting.Registration;

/// <summary>
/// A table that a module registered. Registrations are services themselves, so that a copied service collection or a second provider
/// built from one sees exactly what was added to it.
/// </summary>
internal sealed class TableRegistration(HandlerTable table)
{
    public HandlerTable Table { get; } = table;
}
