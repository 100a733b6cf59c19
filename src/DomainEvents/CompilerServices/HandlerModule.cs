using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>The events and handlers of one assembly. The generator writes one for each assembly that has any.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HandlerModule
{
    /// <summary>The simple name of the assembly, which breaks ties in the order.</summary>
    public abstract string AssemblyName { get; }

    /// <summary>The marked, concrete, closed events of the assembly. Called once.</summary>
    public abstract Type[] DescribeEvents();

    /// <summary>The handlers of the assembly. A row's number is its place here. Called once.</summary>
    public abstract HandlerDescriptor[] DescribeHandlers();

    /// <summary>Registers the handler classes and names the services that handlers need.</summary>
    public virtual void AddServices(IHandlerServiceRegistry services)
    {
    }
}
