using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;

namespace DomainEvents.Generators.Dispatch.Composition;

/// <summary>The root's own module, which is being written in the same run.</summary>
internal static class OwnModule
{
    public static KnownModule? Create(AssemblyFindings own)
    {
        if (own.Events.Count + own.Handlers.Count == 0)
        {
            return null;
        }

        var rows = new List<KnownRow>();
        foreach (var handler in own.ReachableHandlers)
        {
            rows.Add(new KnownRow(rows.Count, handler.HandledType, handler.Model.Name, handler.Model.Options.Order, handler.Model.Traits));
        }

        // They have no thunks, but where they handle an event that can be named, that event is the runtime's to compose.
        foreach (var handler in own.Handlers.Where(h => h.Inside is not null))
        {
            rows.Add(new KnownRow(rows.Count, handler.HandledType, handler.Model.Name, handler.Model.Options.Order, HandlerTraits.None));
        }

        return new KnownModule(
            own.Assembly, $"global::{DispatchNames.Namespace}.{DispatchNames.Module(own.Assembly.Name)}", [.. own.ReachableEvents.Select(e => e.Type)], rows);
    }
}
