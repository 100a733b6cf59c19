using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DomainEvents.RoslynTesting;

/// <summary>Walks every object that a pipeline keeps between runs, and refuses what keeps a compilation alive or compares by reference.</summary>
public static class ModelGraph
{
    /// <summary>Walks the outputs of all steps of a run, named or not.</summary>
    /// <param name="run">A run with step tracking.</param>
    /// <param name="exemptSteps">Named steps that hold syntax on purpose. One that does not exist, or does not need the exemption, fails.</param>
    public static void AssertClean(IncrementalRun run, params IReadOnlyCollection<string> exemptSteps)
    {
        HashSet<string> usedExemptions = new(StringComparer.Ordinal);
        HashSet<string> faults = new(StringComparer.Ordinal);
        int walked = 0;
        foreach (IncrementalGeneratorRunStep step in Steps(run))
        {
            var walk = new Walk();
            foreach ((object value, _) in step.Outputs)
            {
                walk.Visit(value, step.Name ?? "(unnamed step)");
            }

            walked += step.Outputs.Length;
            if (step.Name is { } name && exemptSteps.Contains(name))
            {
                if (walk.Faults.Count > 0)
                {
                    usedExemptions.Add(name);
                }
            }
            else
            {
                faults.UnionWith(walk.Faults);
            }
        }

        if (walked == 0)
        {
            throw new RoslynTestException("The run has no step outputs, so nothing was walked.");
        }

        faults.UnionWith(exemptSteps.Except(usedExemptions).Select(static step => $"The exemption of step '{step}' is not needed."));
        if (faults.Count > 0)
        {
            throw new RoslynTestException(string.Join('\n', faults.Order(StringComparer.Ordinal)));
        }
    }

    /// <summary>Walks one model.</summary>
    public static void AssertClean(object model)
    {
        var walk = new Walk();
        walk.Visit(model, model.GetType().Name);
        if (walk.Faults.Count > 0)
        {
            throw new RoslynTestException(string.Join('\n', walk.Faults));
        }
    }

    // From the outputs backwards: unnamed steps are in no table, but something takes them as input.
    private static HashSet<IncrementalGeneratorRunStep> Steps(IncrementalRun run)
    {
        HashSet<IncrementalGeneratorRunStep> outputs = [.. run.Result.Run.Results.SelectMany(static result => result.TrackedOutputSteps.Values).SelectMany(static steps => steps)];
        HashSet<IncrementalGeneratorRunStep> seen = new(ReferenceEqualityComparer.Instance);
        var open = new Queue<IncrementalGeneratorRunStep>(outputs.Concat(run.Result.Run.Results.SelectMany(static result => result.TrackedSteps.Values).SelectMany(static steps => steps)));
        while (open.TryDequeue(out IncrementalGeneratorRunStep? step))
        {
            if (!seen.Add(step) || (step.Name is { } name && GraphRoots.IsCompilerStep(name)))
            {
                continue;
            }

            foreach ((IncrementalGeneratorRunStep source, _) in step.Inputs)
            {
                open.Enqueue(source);
            }
        }

        // What comes out of an output step is text. What the compiler feeds in is its own; a step without inputs reads syntax directly.
        seen.RemoveWhere(step => outputs.Contains(step) || (step.Name is { } name && GraphRoots.IsCompilerStep(name)));
        return seen;
    }

    private sealed class Walk
    {
        private readonly HashSet<object> _visited = new(ReferenceEqualityComparer.Instance);

        public HashSet<string> Faults { get; } = new(StringComparer.Ordinal);

        public void Visit(object? value, string path)
        {
            if (value is null || IsLeaf(value.GetType()) || (!value.GetType().IsValueType && !_visited.Add(value)))
            {
                return;
            }

            // `is`, not a comparison of types: a forbidden object is always of some internal class behind these.
            if (value is ISymbol or SyntaxNode or SyntaxToken or SyntaxTree or Location or Compilation or SemanticModel or AttributeData or Diagnostic or Delegate)
            {
                Faults.Add($"{path} holds {value.GetType().FullName}");
                return;
            }

            if (value is Array array)
            {
                foreach (object? element in array)
                {
                    Visit(element, path + "[]");
                }

                return;
            }

            Type type = value.GetType();
            EqualityRules.Check(type, Faults);
            for (Type? current = type; current is not null && current != typeof(object); current = current.BaseType)
            {
                foreach (FieldInfo field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    Visit(field.GetValue(value), $"{path}.{FieldName(field)}");
                }
            }
        }

        private static bool IsLeaf(Type type) =>
            type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || type == typeof(decimal) || typeof(MemberInfo).IsAssignableFrom(type);

        private static string FieldName(FieldInfo field) =>
            field.IsDefined(typeof(CompilerGeneratedAttribute)) && field.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and int end ? field.Name[1..end] : field.Name;
    }
}
