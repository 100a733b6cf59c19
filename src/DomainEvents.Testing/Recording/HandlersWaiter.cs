namespace DomainEvents.Testing.Recording;

/// <summary>Waits until an event type was published and has no handler left that runs.</summary>
internal sealed class HandlersWaiter(string eventType) : Waiter
{
    public override void Handled(string handledType)
    {
        if (handledType == eventType)
        {
            Complete();
        }
    }
}
