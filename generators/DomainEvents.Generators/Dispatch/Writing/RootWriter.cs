using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>Writes a composition root's table.</summary>
internal static class RootWriter
{
    private const string Contracts = "global::DomainEvents.CompilerServices";

    public static string HintFor(RootTableModel root) => HintName.Create("DomainEvents.Root", root.ClassName);

    public static string Write(RootTableModel root)
    {
        var writer = GeneratedFile.Start().Line();
        writer.Open($"namespace {DispatchNames.Namespace}");
        writer.Line("/// <summary>The handlers of this assembly and of those it references.</summary>");
        writer.WriteGeneratedAttributes();
        writer.Open($"internal static partial class {root.ClassName}");
        writer.Line("/// <summary>The table: what the publishers of this process use unless they are given another.</summary>");
        writer.Line("public static readonly global::DomainEvents.HandlerTable Table = new global::DomainEvents.HandlerTable(");
        writer.Indent(1).Open($"new {Contracts}.HandlerModule[]");
        foreach (var module in root.Modules)
        {
            writer.Line(module + ".Instance,");
        }

        writer.Close("},").Line("CreatePipelines);").Indent(-1);
        writer.Line().Lines("""
            [global::System.Runtime.CompilerServices.ModuleInitializer]
            internal static void Install() => global::DomainEvents.HandlerTable.Install(Table);
            """);
        writer.Line().Open($"private static {Contracts}.PipelineDescriptor[] CreatePipelines()");
        writer.Line($"var pipelines = new global::System.Collections.Generic.List<{Contracts}.PipelineDescriptor>({CSharpLiteral.Int32(root.PipelineCount)});");
        for (var chunk = 0; chunk < root.ChunkCount; chunk++)
        {
            writer.Line($"AddPipelines{CSharpLiteral.Int32(chunk)}(pipelines);");
        }

        return writer.Line("return pipelines.ToArray();").Close().Close().Close().ToString();
    }
}
