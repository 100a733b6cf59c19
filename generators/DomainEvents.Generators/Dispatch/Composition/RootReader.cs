using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Composition;

/// <summary>Joins the modules of a root and of its references into pipelines.</summary>
internal static class RootReader
{
    public static RootModel Read(
        Compilation compilation, IAssemblySymbol runtime, AssemblyFindings own, ForbiddenTypes forbidden, CancellationToken cancellationToken)
    {
        var modules = ReferencedModules.Find(compilation, forbidden);
        if (OwnModule.Create(own) is { } ownModule)
        {
            modules.Add(ownModule);
        }

        modules.Sort(static (left, right) => string.CompareOrdinal(left.AssemblyName, right.AssemblyName));
        for (var i = 0; i < modules.Count; i++)
        {
            modules[i].Index = i;
        }

        var pipelines = new PipelineComposer(runtime, modules);
        var events = new NameableEvents(compilation, forbidden, modules);
        var composed = new List<PipelineModel>();
        foreach (var domainEvent in events.Find())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (pipelines.Compose(domainEvent) is { } pipeline)
            {
                composed.Add(pipeline);
            }
        }

        composed.Sort(static (left, right) => string.CompareOrdinal(left.EventType, right.EventType));
        return new RootModel
        {
            ClassName = DispatchNames.Root(own.Assembly.Name),
            Modules = new EquatableArray<string>(modules.Select(m => m.QualifiedName)),
            Pipelines = new EquatableArray<PipelineModel>(composed),
        };
    }
}
