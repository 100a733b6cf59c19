using DomainEvents.CompilerServices;

namespace DomainEvents.Binding;

/// <summary>The handlers of an event, ready for one publisher.</summary>
/// <param name="Handlers">The handlers in order.</param>
/// <param name="Written">The pipeline that a composition root wrote for them, if there is one.</param>
/// <param name="NeedsScope">Whether a publish without services has to open a scope.</param>
/// <param name="IsComplete">Whether every handler could be created. If not, the binding serves a single publish.</param>
internal sealed record HandlerBinding(BoundHandlers Handlers, EventPipeline? Written, bool NeedsScope, bool IsComplete);
