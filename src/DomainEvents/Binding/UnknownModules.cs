using System.Collections.Concurrent;
using DomainEvents.CompilerServices;
using DomainEvents.Diagnostics;

namespace DomainEvents.Binding;

/// <summary>
/// Reports the handlers of assemblies that were loaded without a composition root knowing them, when an event that concerns them is
/// first published: a handler is never absent in silence. Each module is reported once a publisher.
/// </summary>
internal sealed class UnknownModules(HandlerTable table, UnhandledErrors errors)
{
    private readonly ConcurrentDictionary<HandlerModule, bool> _reported = new();

    public void Report(Type dispatchType)
    {
        // Who asks for no handlers at all knows that there are some.
        if (table == HandlerTable.Empty)
        {
            return;
        }

        foreach (var module in HandlerTable.Announced)
        {
            if (!table.Modules.Contains(module)
                && module.Handlers.Length > 0
                && Concerns(module, dispatchType)
                && _reported.TryAdd(module, true))
            {
                errors.Report(new InvalidOperationException(
                    $"The handlers of assembly '{module.AssemblyName}' do not run: the publisher's handler table does not know them. Reference " +
                    "the assembly from the composition root, or make it one (DomainEventsCompositionRoot) and let its first code run before " +
                    "the publisher is built. Handlers: " +
                    string.Join(", ", module.Handlers.Select(handler => handler.Name).Distinct()) + "."));
            }
        }
    }

    private static bool Concerns(HandlerModule module, Type dispatchType) =>
        Array.Exists(module.Handlers, handler => handler.HandledType.IsAssignableFrom(dispatchType))
        || module.Events.Contains(dispatchType);
}
