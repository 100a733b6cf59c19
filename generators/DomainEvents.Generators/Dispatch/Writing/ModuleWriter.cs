using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>Writes the module of an assembly.</summary>
internal static class ModuleWriter
{
    /// <summary>How many items one method describes: very large methods cost the compilers, ahead of time and just in time, dearly.</summary>
    private const int ChunkSize = 100;

    private const string Contracts = "global::DomainEvents.CompilerServices";
    private const string DescriptorArray = Contracts + ".HandlerDescriptor[]";

    public static string HintFor(ModuleModel module) => HintName.Create("DomainEvents.Module", module.AssemblyName);

    public static string Write(ModuleModel module)
    {
        var writer = GeneratedFile.Start();
        var qualified = $"global::{DispatchNames.Namespace}.{module.ClassName}";
        writer.Line().Line($"[assembly: {Contracts}.HandlerModule(typeof({qualified}))]").Line();
        writer.Open($"namespace {DispatchNames.Namespace}");
        WriteAttributes(writer, module);
        writer.Open($"public sealed class {module.ClassName} : {Contracts}.HandlerModule");
        WriteHead(writer, module);
        WriteEvents(writer, module);
        WriteHandlers(writer, module);
        WriteDurableEvents(writer, module);
        WriteSerializers(writer, module);
        WriteServices(writer, module);
        for (var row = 0; row < module.Handlers.Count; row++)
        {
            WriteThunks(writer, module.Handlers[row], row);
        }

        return writer.Close().Close().ToString();
    }

    private static void WriteAttributes(SourceWriter writer, ModuleModel module)
    {
        writer.Line($"/// <summary>The events and handlers of the assembly {XmlDocumentation.Escape(module.AssemblyName)}.</summary>");
        writer.WriteGeneratedAttributes();
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        if (module.Events.Count > 0)
        {
            writer.Line($"[{Contracts}.ModuleEvents(");
            writer.Indent(1);
            for (var i = 0; i < module.Events.Count; i++)
            {
                writer.Line($"typeof({module.Events[i]}){(i + 1 < module.Events.Count ? "," : ")]")}");
            }

            writer.Indent(-1);
        }

        for (var row = 0; row < module.Handlers.Count; row++)
        {
            var handler = module.Handlers[row];
            writer.Line(
                $"[{Contracts}.ModuleHandler({CSharpLiteral.Int32(row)}, typeof({handler.HandledType}), {CSharpLiteral.String(handler.Name)}, "
                + $"{CSharpLiteral.Int32(handler.Options.Order)}, {Traits(handler.Traits)})]");
        }
    }

    private static void WriteHead(SourceWriter writer, ModuleModel module)
    {
        writer.Lines($$"""
            /// <summary>The one instance.</summary>
            public static readonly {{module.ClassName}} Instance = new {{module.ClassName}}();

            private {{module.ClassName}}()
            {
            }

            /// <inheritdoc />
            public override string AssemblyName => {{CSharpLiteral.String(module.AssemblyName)}};

            [global::System.Runtime.CompilerServices.ModuleInitializer]
            internal static void Announce() => global::DomainEvents.HandlerTable.Announce(Instance);
            """);
    }

    private static void WriteEvents(SourceWriter writer, ModuleModel module) =>
        WriteDescriptions(writer, module, "DescribeEvents", "events", "global::System.Type", module.Events, static type => $"typeof({type})");

    private static void WriteDurableEvents(SourceWriter writer, ModuleModel module)
    {
        if (module.DurableEvents.Count > 0 || module.Nestings.Items.Any(static nesting => nesting.DurableEvents.Count > 0))
        {
            WriteDescriptions(writer, module, "DescribeDurableEvents", "durableEvents", "global::System.Type", module.DurableEvents, static type => $"typeof({type})");
        }
    }

    private static void WriteSerializers(SourceWriter writer, ModuleModel module)
    {
        if (module.Serializers.Count > 0 || module.Nestings.Items.Any(static nesting => nesting.Serializers.Count > 0))
        {
            WriteDescriptions(
                writer, module, "DescribeSerializers", "serializers", $"{Contracts}.EventSerializer", module.Serializers, static type => $"new {type}()");
        }
    }

    private static void WriteDescriptions(
        SourceWriter writer, ModuleModel module, string method, string argument, string type, EquatableArray<string> items, Func<string, string> describe)
    {
        var list = $"global::System.Collections.Generic.List<{type}>";
        writer.Line().Line("/// <inheritdoc />").Open($"public override {type}[] {method}()");
        writer.Line($"var {argument} = new {list}();");
        foreach (var chunk in Chunks(items.Count))
        {
            writer.Line($"{method}{CSharpLiteral.Int32(chunk.Number)}({argument});");
        }

        foreach (var nesting in module.Nestings.Where(n => n.IsOutermost))
        {
            writer.Line($"{nesting.Type}.{nesting.MemberName}({argument}: {argument});");
        }

        writer.Line($"return {argument}.ToArray();").Close();
        foreach (var chunk in Chunks(items.Count))
        {
            writer.Line().Open($"private static void {method}{CSharpLiteral.Int32(chunk.Number)}({list} {argument})");
            for (var i = chunk.Start; i < chunk.End; i++)
            {
                writer.Line($"{argument}.Add({describe(items[i])});");
            }

            writer.Close();
        }
    }

    private static void WriteHandlers(SourceWriter writer, ModuleModel module)
    {
        const string List = $"global::System.Collections.Generic.List<{Contracts}.HandlerDescriptor>";
        writer.Line().Line("/// <inheritdoc />").Open($"public override {DescriptorArray} DescribeHandlers()");
        writer.Line($"var handlers = new {List}();");
        foreach (var chunk in Chunks(module.Handlers.Count))
        {
            writer.Line($"DescribeHandlers{CSharpLiteral.Int32(chunk.Number)}(handlers);");
        }

        foreach (var nesting in module.Nestings.Where(n => n.IsOutermost))
        {
            writer.Line($"{nesting.Type}.{nesting.MemberName}(handlers: handlers);");
        }

        writer.Line("return handlers.ToArray();").Close();
        foreach (var chunk in Chunks(module.Handlers.Count))
        {
            writer.Line().Open($"private static void DescribeHandlers{CSharpLiteral.Int32(chunk.Number)}({List} handlers)");
            for (var row = chunk.Start; row < chunk.End; row++)
            {
                writer.WriteDescriptor(module.Handlers[row], row, "handlers.Add(", ");");
            }

            writer.Close();
        }
    }

    private static void WriteServices(SourceWriter writer, ModuleModel module)
    {
        if (!DescriptorWriter.HasServices(module.Handlers) && module.Nestings.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc />").Open($"public override void AddServices({Contracts}.IHandlerServiceRegistry services)");
        writer.WriteServices(module.Handlers);
        foreach (var nesting in module.Nestings.Where(n => n.IsOutermost))
        {
            writer.Line($"{nesting.Type}.{nesting.MemberName}(services: services);");
        }

        writer.Close();
    }

    private static void WriteThunks(SourceWriter writer, HandlerModel handler, int row)
    {
        var accessibility = handler.Visibility == Visibility.Public ? "public" : "internal";
        var number = CSharpLiteral.Int32(row);
        var documentation = $"/// <summary>Calls <c>{XmlDocumentation.Escape(handler.Name)}</c>.</summary>";
        var parameters = $"(object? handler, {handler.HandledType} domainEvent, global::System.IServiceProvider? services";
        if (handler.Sync is not null)
        {
            writer.Line().Line(documentation).Line($"{accessibility} static void Invoke{number}{parameters}) =>");
            writer.Indent(1).Line(HandlerCallWriter.Sync(handler, "domainEvent") + ";").Indent(-1);
        }

        if (handler.Async is not null)
        {
            var body = HandlerCallWriter.Async(handler, "domainEvent");
            var isBlock = body.StartsWith("{", StringComparison.Ordinal);
            writer.Line().Line(documentation).Line(
                $"{accessibility} static global::System.Threading.Tasks.ValueTask InvokeAsync{number}{parameters}, "
                + $"global::System.Threading.CancellationToken cancellationToken){(isBlock ? "" : " =>")}");
            writer.Indent(isBlock ? 0 : 1).Line(isBlock ? body : body + ";").Indent(isBlock ? 0 : -1);
        }
    }

    private static string Traits(HandlerTraits traits) => traits == HandlerTraits.None
        ? $"{Contracts}.ModuleHandlerTraits.None"
        : string.Join(" | ", Enum.GetValues(typeof(HandlerTraits)).Cast<HandlerTraits>()
            .Where(t => t != HandlerTraits.None && (traits & t) != 0)
            .Select(t => $"{Contracts}.ModuleHandlerTraits.{t}"));

    private static IEnumerable<Chunk> Chunks(int count)
    {
        for (var start = 0; start < count; start += ChunkSize)
        {
            yield return new Chunk(start / ChunkSize, start, Math.Min(count, start + ChunkSize));
        }
    }

    private readonly record struct Chunk(int Number, int Start, int End);
}
