namespace DomainEvents.RoslynTesting.Tests;

public class GeneratorExecutionTests
{
    private const string Library = "namespace Lib; public static class Counter { private static int s_count; public static int Next() => ++s_count; }";

    private static readonly DelegatingGenerator s_none = DelegatingGenerator.Adding();

    [Theory]
    [InlineData("static int Run() => 7;", 7)]
    [InlineData("public static System.Threading.Tasks.Task<int> Run() => System.Threading.Tasks.Task.FromResult(7);", 7)]
    [InlineData("public static async System.Threading.Tasks.ValueTask<int> Run() { await System.Threading.Tasks.Task.Yield(); return 7; }", 7)]
    [InlineData("public static async System.Threading.Tasks.Task Run() => await System.Threading.Tasks.Task.Yield();", null)]
    [InlineData("public static System.Threading.Tasks.ValueTask Run() => default;", null)]
    public void Call_returns_what_the_program_returned(string method, int? expected) => Assert.Equal(expected, GeneratorExecution.Call(Build($"class Program {{ {method} }}"), "Program", "Run"));

    [Fact]
    public void Call_passes_arguments_and_lets_exceptions_through()
    {
        GeneratorResult result = Build("static class Program { static int Twice(int x) => 2 * x; static void Fail() => throw new System.FormatException(\"on purpose\"); static async System.Threading.Tasks.Task FailLater() { await System.Threading.Tasks.Task.Yield(); throw new System.FormatException(\"later\"); } }");

        Assert.Equal(8, GeneratorExecution.Call(result, "Program", "Twice", 4));
        Assert.Equal("on purpose", Assert.Throws<FormatException>(() => GeneratorExecution.Call(result, "Program", "Fail")).Message);
        Assert.Equal("later", Assert.Throws<FormatException>(() => GeneratorExecution.Call(result, "Program", "FailLater")).Message);
        Assert.Contains("no type 'Other'", Assert.Throws<RoslynTestException>(() => GeneratorExecution.Call(result, "Other", "Run")).Message, StringComparison.Ordinal);
        Assert.Contains("no static method 'Run'", Assert.Throws<RoslynTestException>(() => GeneratorExecution.Call(result, "Program", "Run")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_program_that_does_not_build_is_red() =>
        Assert.Contains("CS0246", Assert.Throws<RoslynTestException>(() => GeneratorExecution.Call(
            GeneratorRunner.Run(s_none, TestProject.Create("class Program : Missing { static void Run() { } }"), GeneratorChecks.None), "Program", "Run")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Call_library_of_another_project_runs_with_statics_of_its_own_each_time(bool asImage)
    {
        GeneratorResult library = GeneratorRunner.Run(s_none, TestProject.Create(Library).WithAssemblyName("Lib"));
        GeneratorResult program = GeneratorRunner.Run(s_none, TestProject.Create("class Program { static int Run() { Lib.Counter.Next(); return Lib.Counter.Next(); } }").WithLibrary(library, asImage));

        Assert.Equal(2, GeneratorExecution.Call(program, "Program", "Run"));
        Assert.Equal(2, GeneratorExecution.Call(program, "Program", "Run"));
    }

    [Fact]
    public void Load_referenced_assembly_is_fresh_unless_shared()
    {
        GeneratorResult result = GeneratorRunner.Run(s_none, TestProject
            .Create("class Program { static object Run() => new DomainEvents.RoslynTesting.Tests.Shared(); }")
            .WithReferences(ReferenceSets.Of(typeof(Shared).Assembly)));

        using LoadedProgram fresh = GeneratorExecution.Load(result);
        using LoadedProgram shared = GeneratorExecution.Load(result, shareRuntime: true);

        Assert.IsNotType<Shared>(fresh.Call("Program", "Run"));
        Assert.IsType<Shared>(shared.Call("Program", "Run"));
    }

    [Fact]
    public void CallAndUnload_program_that_lets_go_passes_and_one_that_is_held_is_red()
    {
        GeneratorExecution.CallAndUnload(Build("class Program { static object Run() => new Program(); }"), "Program", "Run");

        GeneratorResult holds = GeneratorRunner.Run(s_none, TestProject
            .Create("class Program { static void Run() => DomainEvents.RoslynTesting.Tests.Shared.Held = new Program(); }")
            .WithReferences(ReferenceSets.Of(typeof(Shared).Assembly)));
        Assert.Contains("still held", Assert.Throws<RoslynTestException>(() => GeneratorExecution.CallAndUnload(holds, "Program", "Run", shareRuntime: true)).Message, StringComparison.Ordinal);
        Shared.Held = null;
    }

    private static GeneratorResult Build(string source) => GeneratorRunner.Run(s_none, TestProject.Create(source));
}

/// <summary>A type that generated programs refer to.</summary>
public sealed class Shared
{
    /// <summary>Keeps an object, and the program it belongs to, alive.</summary>
    public static object? Held { get; set; }
}
