using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>How a composition root may call a handler of another assembly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum ModuleHandlerTraits
{
    /// <summary>Only through its descriptor.</summary>
    None = 0,

    /// <summary>It has a synchronous form, <c>Invoke</c> with the row's number.</summary>
    Sync = 1,

    /// <summary>It has an asynchronous form, <c>InvokeAsync</c> with the row's number.</summary>
    Async = 2,

    /// <summary>A static method: no instance is handed over.</summary>
    Static = 4,

    /// <summary>Its forms exist as thunks, and nothing in its options forbids calling them one after the other.</summary>
    Direct = 8,
}
