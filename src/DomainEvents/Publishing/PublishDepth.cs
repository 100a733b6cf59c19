using System.Text;
using DomainEvents.Diagnostics;

namespace DomainEvents;

/// <summary>
/// Counts how deep publishes are nested on the current thread. The chain of events is kept only for the innermost levels, so that an
/// ordinary publish pays for nothing but the counter.
/// </summary>
internal static class PublishDepth
{
    /// <summary>How many levels before the limit the chain is kept.</summary>
    public const int ChainLength = 16;

    /// <summary>The publishes on this thread's stack.</summary>
    [ThreadStatic]
    public static int Current;

    [ThreadStatic]
    private static List<IDomainEvent>? t_chain;

    /// <summary>Enters a level whose event is remembered for the message.</summary>
    /// <exception cref="EventNestingException">It would be one level too many.</exception>
    public static void Enter(IDomainEvent domainEvent, int maxDepth)
    {
        var chain = t_chain ??= [];
        if (Current >= maxDepth)
        {
            throw new EventNestingException(Describe(chain, domainEvent, maxDepth));
        }

        chain.Add(domainEvent);
        Current++;
    }

    /// <summary>Leaves a level entered by <see cref="Enter"/>.</summary>
    public static void Leave()
    {
        Current--;
        t_chain!.RemoveAt(t_chain.Count - 1);
    }

    private static string Describe(List<IDomainEvent> chain, IDomainEvent last, int maxDepth)
    {
        var message = new StringBuilder($"Handlers published events more than {maxDepth} levels deep on one call stack: ");
        message.Append(Current > chain.Count ? "... -> " : string.Empty);
        foreach (var domainEvent in chain)
        {
            message.Append(EventDescription.EventTypeOf(domainEvent)).Append(" -> ");
        }

        return message.Append(EventDescription.EventTypeOf(last)).Append('.').ToString();
    }
}
