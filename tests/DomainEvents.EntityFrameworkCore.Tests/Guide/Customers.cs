namespace DomainEvents.Persistence.EntityFrameworkCore.Tests.Guide;

[DomainEvent]
public sealed partial record CustomerRenamed(int CustomerId, string Name);

/// <summary>A base that knows nothing of events.</summary>
public abstract class Entity
{
    public int Id { get; set; }
}

[Aggregate]
public partial class Customer : Entity
{
    public string Name { get; private set; } = "";

    public void Rename(string name)
    {
        Name = name;
        Raise(new CustomerRenamed(Id, name));
    }
}
