using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Dispatch.Model;

/// <summary>A root without its pipelines: the part that changes when assemblies come and go.</summary>
internal sealed record RootTableModel(string ClassName, EquatableArray<string> Modules, int PipelineCount, int ChunkCount)
{
    public static RootTableModel Of(RootModel root) =>
        new(root.ClassName, root.Modules, root.Pipelines.Count, (root.Pipelines.Count + PipelineChunkModel.Size - 1) / PipelineChunkModel.Size);
}

/// <summary>The pipelines that one file and one method hold: thousands in one would cost the compilers dearly.</summary>
/// <param name="ClassName">The root's class.</param>
/// <param name="Number">The chunk's number.</param>
/// <param name="Pipelines">The pipelines.</param>
internal sealed record PipelineChunkModel(string ClassName, int Number, EquatableArray<PipelineModel> Pipelines)
{
    public const int Size = 100;

    /// <summary>The number of the first pipeline.</summary>
    public int Start => Number * Size;

    public static IEnumerable<PipelineChunkModel> Of(RootModel root)
    {
        for (var start = 0; start < root.Pipelines.Count; start += Size)
        {
            var items = root.Pipelines.Items.Slice(start, Math.Min(Size, root.Pipelines.Count - start));
            yield return new PipelineChunkModel(root.ClassName, start / Size, new EquatableArray<PipelineModel>(items));
        }
    }
}
