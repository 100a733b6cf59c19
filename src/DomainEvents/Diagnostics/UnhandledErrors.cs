namespace DomainEvents.Diagnostics;

/// <summary>Takes the errors that no caller sees to the callback of the options, or to the event source. Never throws.</summary>
internal sealed class UnhandledErrors(Action<Exception>? callback)
{
    public void Report(Exception exception)
    {
        if (callback is null)
        {
            DomainEventsEventSource.Log.UnhandledError(exception);
            return;
        }

        try
        {
            callback(exception);
        }
        catch (Exception callbackError)
        {
            DomainEventsEventSource.Log.UnhandledError(exception);
            DomainEventsEventSource.Log.UnhandledError(callbackError);
        }
    }
}
