using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>One run of a living driver: what each step did, and which files were written anew.</summary>
public sealed class IncrementalRun
{
    private readonly IncrementalRun? _previous;

    internal IncrementalRun(GeneratorResult result, IncrementalRun? previous)
    {
        Result = result;
        _previous = previous;
    }

    /// <summary>The generated files and the compilation.</summary>
    public GeneratorResult Result { get; }

    /// <summary>The named steps and how their outputs came about, one step a line: for comparing whole tables.</summary>
    public string Table => string.Concat(Result.Run.Results
        .SelectMany(static result => result.TrackedSteps.Keys)
        .Distinct(StringComparer.Ordinal)
        .Where(static name => !GraphRoots.IsCompilerStep(name))
        .Order(StringComparer.Ordinal)
        .Select(name => $"{name}: {Summary(Step(name))}\n"));

    /// <summary>The outputs of a named step; a name that no step carries is an error of the test, never an empty list.</summary>
    public ImmutableArray<StepOutput> Step(string name)
    {
        ImmutableArray<IncrementalGeneratorRunStep>[] found =
            [.. Result.Run.Results.Select(result => result.TrackedSteps.GetValueOrDefault(name)).Where(static steps => !steps.IsDefault)];
        return found.Length > 0
            ? Outputs(found.SelectMany(static steps => steps))
            : throw new RoslynTestException($"No step is named '{name}'. There are: {string.Join(", ", Result.Run.Results.SelectMany(static result => result.TrackedSteps.Keys))}.");
    }

    /// <summary>Expects one reason of every output of a step, which must have outputs.</summary>
    public IncrementalRun Expect(string step, IncrementalStepRunReason reason)
    {
        ImmutableArray<StepOutput> outputs = Step(step);
        return outputs.Length > 0 && outputs.All(output => output.Reason == reason)
            ? this
            : throw Mismatch(step, $"all {reason}", outputs);
    }

    /// <summary>Expects a reason of the one output whose text contains the given part, such as a type's name.</summary>
    public IncrementalRun Expect(string step, string valuePart, IncrementalStepRunReason reason) =>
        Expect(step, value => (value?.ToString() ?? "").Contains(valuePart, StringComparison.Ordinal), reason, $"'{valuePart}'");

    /// <summary>Expects a reason of the one output that fulfils a condition.</summary>
    public IncrementalRun Expect<T>(string step, Func<T, bool> which, IncrementalStepRunReason reason) =>
        Expect(step, value => value is T typed && which(typed), reason, $"the {typeof(T).Name}");

    /// <summary>Expects exactly these reasons, in any order: a removal shifts what stands behind it.</summary>
    public IncrementalRun ExpectReasons(string step, params IEnumerable<IncrementalStepRunReason> reasons)
    {
        ImmutableArray<StepOutput> outputs = Step(step);
        return outputs.Select(static output => output.Reason).Order().SequenceEqual(reasons.Order())
            ? this
            : throw Mismatch(step, string.Join(", ", reasons), outputs);
    }

    /// <summary>Expects that no output step ran: every one of them took its former result.</summary>
    public IncrementalRun ExpectOutputsCached()
    {
        ImmutableArray<StepOutput> outputs = Outputs(Result.Run.Results.SelectMany(static result => result.TrackedOutputSteps.Values).SelectMany(static steps => steps));
        return outputs.Length > 0 && outputs.All(static output => output.Reason is IncrementalStepRunReason.Cached)
            ? this
            : throw new RoslynTestException($"Expected every output to be cached, found {Summary(outputs)}.\n{Table}");
    }

    /// <summary>Expects that exactly the files with these parts in their hint names were written anew, and every other file was taken over.</summary>
    public IncrementalRun ExpectRewritten(params IReadOnlyCollection<string> hintParts)
    {
        IncrementalRun previous = _previous ?? throw new RoslynTestException("The first run writes everything.");

        // The driver parses even cached text again, so trees say nothing; the text object is the output's own.
        Dictionary<string, SourceText> before = previous.Result.Files.ToDictionary(static file => file.Hint, static file => file.SourceText);
        string[] rewritten = [.. Result.Files.Where(file => !before.TryGetValue(file.Hint, out SourceText? text) || text != file.SourceText).Select(static file => file.Hint)];
        bool exact = hintParts.All(part => rewritten.Any(hint => hint.Contains(part, StringComparison.Ordinal)))
            && rewritten.All(hint => hintParts.Any(part => hint.Contains(part, StringComparison.Ordinal)));
        return exact
            ? this
            : throw new RoslynTestException($"Expected new text in [{string.Join(", ", hintParts)}], found it in [{string.Join(", ", rewritten)}].\n{Table}");
    }

    private IncrementalRun Expect(string step, Func<object?, bool> which, IncrementalStepRunReason reason, string description)
    {
        ImmutableArray<StepOutput> outputs = Step(step);
        StepOutput[] matches = [.. outputs.Where(output => which(output.Value))];
        return matches is [StepOutput match] && match.Reason == reason
            ? this
            : throw Mismatch(step, $"{reason} for {description}, which {matches.Length.ToString(CultureInfo.InvariantCulture)} outputs match", outputs);
    }

    private RoslynTestException Mismatch(string step, string expected, ImmutableArray<StepOutput> outputs) =>
        new($"Step '{step}': expected {expected}; found\n{string.Concat(outputs.Select(static output => $"  {output.Reason}: {output.Value}\n"))}\n{Table}");

    private static ImmutableArray<StepOutput> Outputs(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(static step => step.Outputs).Select(static output => new StepOutput(output.Value, output.Reason))];

    private static string Summary(ImmutableArray<StepOutput> outputs) => outputs.IsEmpty
        ? "nothing"
        : string.Join(", ", outputs.GroupBy(static output => output.Reason).OrderBy(static group => group.Key)
            .Select(static group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()}")));
}
