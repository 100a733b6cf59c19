using DomainEvents.CompilerServices;

namespace DomainEvents.Binding;

/// <summary>The pipelines that one composition root wrote, with the modules that their row numbers refer to.</summary>
internal sealed class PipelineSource(HandlerModule[] modules, Func<PipelineDescriptor[]> pipelines)
{
    /// <summary>The pipelines; each descriptor's rows are looked up through <see cref="Describes"/>.</summary>
    public PipelineDescriptor[] Read() => pipelines();

    /// <summary>Whether a pipeline was written for exactly these handlers in this order.</summary>
    public bool Describes(PipelineDescriptor pipeline, ReadOnlySpan<HandlerRow> handlers)
    {
        var rows = pipeline.Rows;
        if (rows.Length != handlers.Length * 2)
        {
            return false;
        }

        for (var i = 0; i < handlers.Length; i++)
        {
            int module = rows[2 * i], row = rows[(2 * i) + 1];
            if ((uint)module >= (uint)modules.Length
                || modules[module] != handlers[i].Module
                || row != handlers[i].Number)
            {
                return false;
            }
        }

        return true;
    }
}
