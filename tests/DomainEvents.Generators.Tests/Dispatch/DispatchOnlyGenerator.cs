using DomainEvents.Generators.Dispatch;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>The build path by itself, so that its tests do not depend on the typing path: their events are written out by hand.</summary>
internal sealed class DispatchOnlyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => DispatchPipeline.Register(context, SourceFiles.Find(context));
}
