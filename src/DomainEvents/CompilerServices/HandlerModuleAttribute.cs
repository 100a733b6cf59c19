using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>Names the module of an assembly, so that a composition root that references the assembly finds it. Written by the generator.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false)]
public sealed class HandlerModuleAttribute : Attribute
{
    /// <summary>Names the module.</summary>
    /// <param name="module">A public class that derives from <see cref="HandlerModule"/> and has a static field <c>Instance</c>.</param>
    public HandlerModuleAttribute(Type module) => Module = module;

    /// <summary>The module.</summary>
    public Type Module { get; }
}
