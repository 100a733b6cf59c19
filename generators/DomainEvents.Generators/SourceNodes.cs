using DomainEvents.Generators.Dispatch;
using DomainEvents.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators;

/// <summary>
/// The syntax at which the two paths look. One provider serves both: each further one would walk over all trees once more at each edit. It
/// hands on nodes, not what they say: the driver gives back the same node while its tree lives, so that only the edited file is read again.
/// </summary>
internal static class SourceNodes
{
    public static IncrementalValuesProvider<SyntaxNode> Find(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .CreateSyntaxProvider(
            static (node, _) => ReadingPipeline.IsOfInterest(node) || DispatchPipeline.IsOfInterest(node), static (context, _) => context.Node)
        .WithTrackingName(TrackingNames.Nodes);
}
