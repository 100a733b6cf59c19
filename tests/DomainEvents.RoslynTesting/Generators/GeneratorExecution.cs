using System.Runtime.CompilerServices;

namespace DomainEvents.RoslynTesting;

/// <summary>Runs the built output: what compiles may still do the wrong thing.</summary>
public static class GeneratorExecution
{
    /// <summary>Calls a static method; exceptions come through as the program threw them.</summary>
    /// <param name="result">A run whose output compiles.</param>
    /// <param name="typeName">The type's metadata name with its namespace.</param>
    /// <param name="methodName">A static method, public or not.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it returned; the result of a task it returned.</returns>
    public static object? Call(GeneratorResult result, string typeName, string methodName, params object?[] arguments) =>
        Load(result).Call(typeName, methodName, arguments);

    /// <summary>Calls a static method and awaits what it returns.</summary>
    public static Task<object?> CallAsync(GeneratorResult result, string typeName, string methodName, params object?[] arguments) =>
        Load(result).CallAsync(typeName, methodName, arguments);

    /// <summary>Loads the output into a context of its own.</summary>
    /// <param name="result">A run whose output compiles.</param>
    /// <param name="shareRuntime">Whether the program uses the test's own copy of referenced assemblies, so that the test can cast
    /// to their types. By default it gets fresh copies: their statics then know nothing of other tests.</param>
    public static LoadedProgram Load(GeneratorResult result, bool shareRuntime = false) => new(result, shareRuntime);

    /// <summary>Calls a static method and fails if the program cannot be unloaded afterwards: something then still holds on to it.</summary>
    public static void CallAndUnload(GeneratorResult result, string typeName, string methodName, bool shareRuntime = false)
    {
        WeakReference context = CallOnce(result, typeName, methodName, shareRuntime);
        for (int attempt = 0; context.IsAlive && attempt < 20; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        if (context.IsAlive)
        {
            throw new RoslynTestException($"The program of {typeName}.{methodName} is still held after it ended.");
        }
    }

    // A frame of its own, so that no local keeps the program alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CallOnce(GeneratorResult result, string typeName, string methodName, bool shareRuntime)
    {
        using LoadedProgram program = Load(result, shareRuntime);
        program.Call(typeName, methodName);
        return program.Context;
    }
}
