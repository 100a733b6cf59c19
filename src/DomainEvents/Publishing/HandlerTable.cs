using System.ComponentModel;
using DomainEvents.Binding;
using DomainEvents.CompilerServices;
using DomainEvents.Slots;

namespace DomainEvents;

/// <summary>
/// Every event and handler that a composition root knows. Immutable and safe for use by several threads. Building one costs next to
/// nothing: the modules are asked for their handlers when a publisher first needs them.
/// </summary>
public sealed class HandlerTable
{
    private static readonly object s_gate = new();
    private static volatile HandlerTable s_default = new([], []);
    private static volatile HandlerModule[] s_announced = [];

    private readonly PipelineSource[] _pipelines;
    private volatile HandlerIndex? _index;

    /// <summary>For generated code.</summary>
    /// <param name="modules">The modules of the root and of the assemblies it references.</param>
    /// <param name="pipelines">The pipelines that the root wrote; called once, on first use.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HandlerTable(HandlerModule[] modules, Func<PipelineDescriptor[]> pipelines)
        : this(modules.Distinct().ToArray(), [new PipelineSource(modules, pipelines)])
    {
    }

    private HandlerTable(HandlerModule[] modules, PipelineSource[] pipelines)
    {
        Modules = modules;
        _pipelines = pipelines;
    }

    /// <summary>No handlers at all: for unit tests that subscribe what they need.</summary>
    public static HandlerTable Empty { get; } = new([], []);

    /// <summary>
    /// What the composition roots of the process installed when their assemblies loaded; empty before. A test project that references
    /// an application as a library reads it before the application's first code runs, unless it is a composition root itself.
    /// </summary>
    public static HandlerTable Default => s_default;

    /// <summary>The modules of assemblies that were loaded, in a table or not.</summary>
    internal static HandlerModule[] Announced => s_announced;

    internal HandlerModule[] Modules { get; }

    /// <summary>What the modules describe, sorted for look-ups; built on first use.</summary>
    internal HandlerIndex Index => _index ??= new HandlerIndex(Modules, _pipelines);

    /// <summary>For generated code: adds a root's table to <see cref="Default"/>. Publishers built afterwards see it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Install(HandlerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        lock (s_gate)
        {
            s_default = s_default.Union(table);
        }
    }

    /// <summary>For generated code: tells that an assembly with handlers was loaded, so that one that no table knows can be reported.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Announce(HandlerModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        lock (s_gate)
        {
            if (s_announced.Contains(module))
            {
                return;
            }

            s_announced = [.. s_announced, module];
        }

        SlotSet.ForgetPipelines();
    }

    /// <summary>The modules and pipelines of both tables. A module that is in both counts once.</summary>
    public HandlerTable Union(HandlerTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Modules.Length == 0 || other == this)
        {
            return this;
        }

        return Modules.Length == 0
            ? other
            : new HandlerTable([.. Modules.Union(other.Modules)], [.. _pipelines.Union(other._pipelines)]);
    }

    /// <summary>For containers: tells the registry of every module's handler classes and of the services that handler methods take.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AddServices(IHandlerServiceRegistry services)
    {
        ArgumentNullException.ThrowIfNull(services);
        foreach (var module in Modules)
        {
            module.AddServices(services);
        }
    }
}
