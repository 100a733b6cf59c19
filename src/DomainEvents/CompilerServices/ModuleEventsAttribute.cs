using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>
/// What <see cref="HandlerModule.DescribeEvents"/> returns, for the compiler of a composition root, less what is nested privately.
/// Written by the generator.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ModuleEventsAttribute : Attribute
{
    /// <summary>Lists the events.</summary>
    /// <param name="events">The marked, concrete, closed events of the assembly.</param>
    public ModuleEventsAttribute(params Type[] events) => Events = events;

    /// <summary>The events.</summary>
    public Type[] Events { get; }
}
