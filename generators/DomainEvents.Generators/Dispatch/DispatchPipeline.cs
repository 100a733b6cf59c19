using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Dispatch.Writing;
using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Generators.Dispatch;

/// <summary>
/// The build path: modules, pipelines and the body of <c>AddDomainEvents</c>. All of it is implementation output, which editors may skip
/// while one types, except for what users call.
/// </summary>
internal static class DispatchPipeline
{
    private const string RootProperty = "build_property.DomainEventsCompositionRoot";
    private const string HostingAssembly = "DomainEvents.Hosting";

    public static void Register(IncrementalGeneratorInitializationContext context, SourceFiles files)
    {
        var candidates = files.Contents
            .SelectMany(static (file, _) => file.Candidates.Items)
            .Collect()
            .Select(static (parts, _) => Candidate.Join(parts))
            .WithTrackingName(DispatchSteps.Candidates);

        var isRoot = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => IsRoot(options))
            .WithTrackingName(DispatchSteps.IsRoot);

        // The one place that asks the compilation: the answer keeps no symbol, and what follows runs only where the answer changed.
        var model = candidates
            .Combine(isRoot)
            .Combine(files.Stamps.Combine(context.MetadataReferencesProvider.Collect()))
            .Combine(context.CompilationProvider)
            .Select(static (input, _) => new DispatchInquiry(
                input.Left.Left.Left, input.Left.Left.Right, input.Left.Right.Left, input.Left.Right.Right, input.Right))
            .WithTrackingName(DispatchSteps.Inquiry)
            .Select(static (inquiry, token) => DispatchReader.Read(inquiry, token))
            .WithTrackingName(DispatchSteps.Model);

        RegisterModule(context, model);
        RegisterRoot(context, model);
        RegisterShell(context, isRoot, files.Contents);
    }

    private static void RegisterModule(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<DispatchModel> model)
    {
        var module = model.Select(static (model, _) => model.Module).WithTrackingName(DispatchSteps.Module);
        context.RegisterImplementationSourceOutput(module, static (output, module) =>
        {
            if (module is not null)
            {
                output.AddSource(ModuleWriter.HintFor(module), ModuleWriter.Write(module));
            }
        });

        var nestings = model
            .SelectMany(static (model, _) => model.Module?.Nestings ?? EquatableArray<NestingModel>.Empty)
            .WithTrackingName(DispatchSteps.Nestings);
        context.RegisterImplementationSourceOutput(nestings, static (output, nesting) =>
            output.AddSource(NestingWriter.HintFor(nesting), NestingWriter.Write(nesting)));

        var serializers = model
            .SelectMany(static (model, _) => SerializerChunkModel.Of(model.Module?.AssemblyName ?? "", model.Serializers))
            .WithTrackingName(DispatchSteps.Serializers);
        context.RegisterImplementationSourceOutput(serializers, static (output, chunk) =>
            output.AddSource(SerializerWriter.HintFor(chunk), SerializerWriter.Write(chunk)));

        var handled = model
            .Select(static (model, _) => (model.Module?.AssemblyName, model.HandledEvents))
            .WithTrackingName(DispatchSteps.HandledEvents);
        context.RegisterImplementationSourceOutput(handled, static (output, handled) =>
        {
            if (handled is { AssemblyName: { } assemblyName, HandledEvents.Count: > 0 })
            {
                output.AddSource(HandledEventWriter.HintFor(assemblyName), HandledEventWriter.Write(handled.HandledEvents));
            }
        });
    }

    private static void RegisterRoot(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<DispatchModel> model)
    {
        var root = model
            .Select(static (model, _) => model.Root is null ? null : RootTableModel.Of(model.Root))
            .WithTrackingName(DispatchSteps.Root);
        context.RegisterImplementationSourceOutput(root, static (output, root) =>
        {
            if (root is not null)
            {
                output.AddSource(RootWriter.HintFor(root), RootWriter.Write(root));
            }
        });

        var pipelines = model
            .SelectMany(static (model, _) => model.Root is null ? [] : PipelineChunkModel.Of(model.Root))
            .WithTrackingName(DispatchSteps.Pipelines);
        context.RegisterImplementationSourceOutput(pipelines, static (output, chunk) =>
            output.AddSource(PipelineWriter.HintFor(chunk), PipelineWriter.Write(chunk)));
    }

    private static void RegisterShell(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> isRoot, IncrementalValuesProvider<FileContents> files)
    {
        var rootClass = context.CompilationProvider
            .Select(static (compilation, _) => HasHosting(compilation) && LanguageFloor.IsReached(compilation) ? DispatchNames.Root(compilation.AssemblyName ?? "") : null)
            .Combine(isRoot)
            .Select(static (input, _) => input.Right ? input.Left : null)
            .WithTrackingName(DispatchSteps.Registration);
        context.RegisterSourceOutput(rootClass, static (output, rootClass) =>
        {
            if (rootClass is not null)
            {
                output.AddSource(RegistrationWriter.ShellHint, RegistrationWriter.WriteShell());
            }
        });
        context.RegisterImplementationSourceOutput(rootClass, static (output, rootClass) =>
        {
            if (rootClass is not null)
            {
                output.AddSource(RegistrationWriter.BodyHint, RegistrationWriter.WriteBody(rootClass));
            }
        });

        var needsEmbedded = files
            .Where(static file => file.DefinesEmbeddedAttribute)
            .Collect()
            .Select(static (found, _) => found.IsEmpty)
            .Combine(rootClass)
            .Select(static (input, _) => input.Left && input.Right is not null);
        context.RegisterSourceOutput(needsEmbedded, static (output, needed) =>
        {
            if (needed)
            {
                output.AddSource(RegistrationWriter.EmbeddedHint, RegistrationWriter.WriteEmbedded());
            }
        });
    }

    private static bool IsRoot(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(RootProperty, out var value) && bool.TryParse(value, out var isRoot) && isRoot;

    /// <summary>Asks names alone: a look-up of a type would have the compilation merge all its declarations at each keystroke.</summary>
    private static bool HasHosting(Compilation compilation)
    {
        foreach (var reference in compilation.ReferencedAssemblyNames)
        {
            if (reference.Name == HostingAssembly)
            {
                return true;
            }
        }

        return false;
    }
}
