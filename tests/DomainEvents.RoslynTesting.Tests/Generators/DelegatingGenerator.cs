using Microsoft.CodeAnalysis;

namespace DomainEvents.RoslynTesting.Tests;

/// <summary>A generator whose pipeline stands in the test that uses it.</summary>
internal sealed class DelegatingGenerator(Action<IncrementalGeneratorInitializationContext> initialize) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => initialize(context);

    /// <summary>A generator that adds fixed files.</summary>
    public static DelegatingGenerator Adding(params (string Hint, string Text)[] files) => new(context =>
        context.RegisterSourceOutput(context.ParseOptionsProvider, (output, _) =>
        {
            foreach ((string hint, string text) in files)
            {
                output.AddSource(hint, text);
            }
        }));
}
