using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>The handlers of one event in one publisher, in order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BoundHandlers
{
    /// <summary>The instance of a handler; <see langword="null"/> where the thunk needs none or resolves it for each call.</summary>
    public object? this[int step] => throw new NotImplementedException();
}
