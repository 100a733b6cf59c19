using System.ComponentModel;
using DomainEvents.CompilerServices;

namespace DomainEvents;

/// <summary>Every event and handler that a composition root knows. Immutable.</summary>
public sealed class HandlerTable
{
    /// <summary>For generated code.</summary>
    /// <param name="modules">The modules of the root and of the assemblies it references.</param>
    /// <param name="pipelines">The pipelines that the root wrote; called once, on first use.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HandlerTable(HandlerModule[] modules, Func<PipelineDescriptor[]> pipelines) => throw new NotImplementedException();

    /// <summary>No handlers at all: for unit tests that subscribe what they need.</summary>
    public static HandlerTable Empty => throw new NotImplementedException();

    /// <summary>What the composition roots of the process installed when their assemblies loaded.</summary>
    public static HandlerTable Default => throw new NotImplementedException();

    /// <summary>For generated code: adds a root's table to <see cref="Default"/>. Publishers built afterwards see it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Install(HandlerTable table) => throw new NotImplementedException();

    /// <summary>For generated code: tells that an assembly with handlers was loaded, so that one that no table knows can be reported.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Announce(HandlerModule module) => throw new NotImplementedException();

    /// <summary>The modules and pipelines of both tables.</summary>
    public HandlerTable Union(HandlerTable other) => throw new NotImplementedException();

    /// <summary>For containers: tells the registry of every module's handler classes and of the services that handler methods take.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AddServices(IHandlerServiceRegistry services) => throw new NotImplementedException();
}
