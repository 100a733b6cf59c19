using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>Numbers the event types of the process, from 1 up. Numbers differ from run to run: never store one. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventTypeIndex
{
    private static int s_last;

    /// <summary>Gives the type its number. Called once a type, from its static initialiser; thread-safe.</summary>
    public static int Register(Type eventType) => Interlocked.Increment(ref s_last);
}
