using System.Collections.Concurrent;
using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>Numbers the event types of the process, from 1 up. Numbers differ from run to run: never store one. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventTypeIndex
{
    private static readonly object s_gate = new();
    private static readonly ConcurrentDictionary<Type, int> s_indices = new();
    private static volatile Type[] s_types = [typeof(DomainEvent)];
    private static int s_count = 1;

    /// <summary>
    /// Gives the type its number; asked again, the same. Called from the type's static initialiser, and by publishers that meet an
    /// event whose own constructor passed by the generated one. Thread-safe.
    /// </summary>
    public static int Register(Type eventType)
    {
        ArgumentNullException.ThrowIfNull(eventType);
        if (s_indices.TryGetValue(eventType, out var index))
        {
            return index;
        }

        lock (s_gate)
        {
            if (s_indices.TryGetValue(eventType, out index))
            {
                return index;
            }

            var types = s_types;
            if (s_count == types.Length)
            {
                Array.Resize(ref types, types.Length * 2);
            }

            index = s_count++;
            types[index] = eventType;

            // The type before its number: whoever has the number finds the type.
            s_types = types;
            s_indices[eventType] = index;
            return index;
        }
    }

    /// <summary>Whether the type, and not only a base of it, has a number.</summary>
    internal static bool IsRegistered(Type eventType) => s_indices.ContainsKey(eventType);

    /// <summary>The type that got the number.</summary>
    internal static Type TypeOf(int index) => s_types[index];
}
