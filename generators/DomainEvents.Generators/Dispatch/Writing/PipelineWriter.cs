using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>Writes a composition root's pipelines: for each event, direct calls to the thunks of its handlers.</summary>
internal static class PipelineWriter
{
    private const string Contracts = "global::DomainEvents.CompilerServices";
    private const string ServiceProvider = "global::System.IServiceProvider? services";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    public static string HintFor(PipelineChunkModel chunk) =>
        HintName.Create("DomainEvents.Pipelines" + CSharpLiteral.Int32(chunk.Number), chunk.ClassName + CSharpLiteral.Int32(chunk.Number));

    public static string Write(PipelineChunkModel chunk)
    {
        var writer = GeneratedFile.Start().Line();
        writer.Open($"namespace {DispatchNames.Namespace}").Open($"partial class {chunk.ClassName}");
        writer.Open($"private static void AddPipelines{CSharpLiteral.Int32(chunk.Number)}(global::System.Collections.Generic.List<{Contracts}.PipelineDescriptor> pipelines)");
        for (var i = 0; i < chunk.Pipelines.Count; i++)
        {
            var pipeline = chunk.Pipelines[i];
            var rows = string.Join(", ", pipeline.Steps.Select(s => $"{CSharpLiteral.Int32(s.ModuleIndex)}, {CSharpLiteral.Int32(s.Row)}"));
            writer.Line($"pipelines.Add(new {Contracts}.PipelineDescriptor(");
            writer.Indent(1).Line($"typeof({pipeline.EventType}), new int[] {{ {rows} }}, static handlers => new {ClassName(chunk, i)}(handlers)));").Indent(-1);
        }

        writer.Close();
        for (var i = 0; i < chunk.Pipelines.Count; i++)
        {
            writer.Line();
            WriteClass(writer, chunk.Pipelines[i], ClassName(chunk, i));
        }

        return writer.Close().Close().ToString();
    }

    private static string ClassName(PipelineChunkModel chunk, int index) => "Pipeline" + CSharpLiteral.Int32(chunk.Start + index);

    private static void WriteClass(SourceWriter writer, PipelineModel pipeline, string name)
    {
        var steps = pipeline.Steps;
        writer.Open($"private sealed class {name} : {Contracts}.GeneratedPipeline");
        var instances = Enumerable.Range(0, steps.Count).Where(i => !Has(steps[i], HandlerTraits.Static)).ToList();
        foreach (var i in instances)
        {
            writer.Line($"private readonly object? _handler{CSharpLiteral.Int32(i)};");
        }

        if (instances.Count > 0)
        {
            writer.Line();
        }

        writer.Line($"public {name}({Contracts}.BoundHandlers handlers)").Indent(1).Line(": base(handlers)").Indent(-1).Open();
        foreach (var i in instances)
        {
            writer.Line($"_handler{CSharpLiteral.Int32(i)} = handlers[{CSharpLiteral.Int32(i)}];");
        }

        writer.Close().Line();
        WriteSync(writer, pipeline);
        writer.Line();
        WriteAsync(writer, pipeline);
        writer.Close();
    }

    private static void WriteSync(SourceWriter writer, PipelineModel pipeline)
    {
        writer.Line($"public override void Invoke(global::DomainEvents.IDomainEvent domainEvent, {ServiceProvider})").Open();
        if (pipeline.Steps.Any(step => !Has(step, HandlerTraits.Sync)))
        {
            writer.Line("RefuseSync(domainEvent);").Close();
            return;
        }

        WriteStart(writer, pipeline);
        for (var i = 0; i < pipeline.Steps.Count; i++)
        {
            WriteStep(writer, i);
            writer.Line(SyncCall(pipeline, i));
        }

        WriteCatch(writer, "Continue(step, exception, domainEvent, services);");
    }

    private static void WriteAsync(SourceWriter writer, PipelineModel pipeline)
    {
        writer.Line(
            $"public override {ValueTask} InvokeAsync(global::DomainEvents.IDomainEvent domainEvent, {ServiceProvider}, "
            + "global::System.Threading.CancellationToken cancellationToken)").Open();
        WriteStart(writer, pipeline);
        var isFirst = true;
        for (var i = 0; i < pipeline.Steps.Count; i++)
        {
            WriteStep(writer, i);
            if (!Has(pipeline.Steps[i], HandlerTraits.Async))
            {
                writer.Line(SyncCall(pipeline, i));
                continue;
            }

            writer.Line($"{(isFirst ? "var " : "")}pending = {Thunk(pipeline, i, "InvokeAsync")}, cancellationToken);");
            writer.Lines("""
                if (!pending.IsCompletedSuccessfully)
                {
                    return ContinueAsync(step, pending, domainEvent, services, cancellationToken);
                }

                pending.GetAwaiter().GetResult();
                """);
            isFirst = false;
        }

        writer.Line("return default;");
        WriteCatch(writer, "return ContinueAsync(step, exception, domainEvent, services, cancellationToken);");
    }

    private static void WriteStart(SourceWriter writer, PipelineModel pipeline) =>
        writer.Line($"var typed = ({pipeline.EventType})domainEvent;").Line("var step = 0;").Open("try");

    /// <summary>Counts the step, so that the handlers after one that fails or suspends are known.</summary>
    private static void WriteStep(SourceWriter writer, int step)
    {
        if (step > 0)
        {
            writer.Line($"step = {CSharpLiteral.Int32(step)};");
        }
    }

    private static void WriteCatch(SourceWriter writer, string statement) =>
        writer.Close().Open("catch (global::System.Exception exception)").Line(statement).Close().Close();

    private static string SyncCall(PipelineModel pipeline, int step) => Thunk(pipeline, step, "Invoke") + ");";

    private static string Thunk(PipelineModel pipeline, int index, string method)
    {
        var step = pipeline.Steps[index];
        var handler = Has(step, HandlerTraits.Static) ? "null" : "_handler" + CSharpLiteral.Int32(index);
        return $"{step.Module}.{method}{CSharpLiteral.Int32(step.Row)}({handler}, typed, services";
    }

    private static bool Has(StepModel step, HandlerTraits trait) => (step.Traits & trait) != 0;
}
