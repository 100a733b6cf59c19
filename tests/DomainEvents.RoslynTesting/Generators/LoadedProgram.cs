using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace DomainEvents.RoslynTesting;

/// <summary>A generated program in a collectible context of its own.</summary>
public sealed class LoadedProgram : IDisposable
{
    private readonly ProgramContext _context;

    internal LoadedProgram(GeneratorResult result, bool shareRuntime)
    {
        _context = new ProgramContext(result.Project, shareRuntime);
        Assembly = _context.LoadFromStream(new MemoryStream([.. result.Image]));
    }

    /// <summary>The program's assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Dies when the program has been unloaded.</summary>
    internal WeakReference Context => new(_context, trackResurrection: true);

    /// <summary>Calls a static method; exceptions come through as the program threw them.</summary>
    public object? Call(string typeName, string methodName, params object?[] arguments) =>
        CallAsync(typeName, methodName, arguments).GetAwaiter().GetResult();

    /// <summary>Calls a static method and awaits what it returns.</summary>
    public async Task<object?> CallAsync(string typeName, string methodName, params object?[] arguments)
    {
        Type type = Assembly.GetType(typeName)
            ?? throw new RoslynTestException($"The program has no type '{typeName}'. It has: {string.Join(", ", Assembly.GetTypes().Select(static type => type.FullName))}.");
        MethodInfo method = type.GetMethod(methodName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new RoslynTestException($"'{typeName}' has no static method '{methodName}'.");
        object? returned = Invoke(method, arguments);
        if (returned is not null && returned.GetType() is { IsGenericType: true } valueTask && valueTask.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            returned = valueTask.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(returned, null);
        }

        switch (returned)
        {
            case ValueTask valueTaskWithoutResult:
                await valueTaskWithoutResult.ConfigureAwait(false);
                return null;
            case Task task:
                await task.ConfigureAwait(false);
                return method.ReturnType.IsGenericType ? task.GetType().GetProperty(nameof(Task<int>.Result))!.GetValue(task) : null;
            default:
                return returned;
        }
    }

    /// <summary>Lets the runtime unload the program.</summary>
    public void Dispose() => _context.Unload();

    private static object? Invoke(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }

    private sealed class ProgramContext : AssemblyLoadContext
    {
        private readonly Dictionary<string, Func<ProgramContext, Assembly>> _loaders = new(StringComparer.OrdinalIgnoreCase);

        public ProgramContext(TestProject project, bool shareRuntime)
            : base(project.AssemblyName, isCollectible: true)
        {
            AddLoaders(project, shareRuntime);
        }

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _loaders.TryGetValue(assemblyName.Name!, out Func<ProgramContext, Assembly>? load) ? load(this) : null;

        private void AddLoaders(TestProject project, bool shareRuntime)
        {
            foreach (LibraryReference reference in project.Libraries)
            {
                _loaders.TryAdd(reference.Library.Project.AssemblyName, context => context.LoadFromStream(new MemoryStream([.. reference.Library.Image])));
                AddLoaders(reference.Library.Project, shareRuntime);
            }

            if (shareRuntime)
            {
                return;
            }

            foreach (string path in project.References.Extra.OfType<PortableExecutableReference>().Select(static reference => reference.FilePath).OfType<string>())
            {
                // From bytes, not from the path: a mapped file could not be rebuilt while a test run holds it.
                _loaders.TryAdd(Path.GetFileNameWithoutExtension(path), context => context.LoadFromStream(new MemoryStream(File.ReadAllBytes(path))));
            }
        }
    }
}
