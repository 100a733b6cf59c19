using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>Compares what was reported with what the markup announces: id, span, and where said severity and message; order plays no part.</summary>
internal sealed class DiagnosticComparison(
    TestProject project,
    IReadOnlyDictionary<string, MarkedSource> markup,
    IEnumerable<DiagnosticDescriptor> rules,
    IReadOnlyList<ExpectedDiagnostic> expectations)
{
    private sealed record Place(string Id, string? File, TextSpan Span, ExpectedDiagnostic? Details);

    public void Assert(IReadOnlyList<Diagnostic> found)
    {
        List<Diagnostic> unexpected = [.. found];
        List<string> faults = [];
        foreach (Place place in Places())
        {
            Diagnostic? match = unexpected.Find(diagnostic => Matches(place, diagnostic));
            if (match is null)
            {
                faults.Add("Not reported: " + Show(place));
                continue;
            }

            unexpected.Remove(match);
            if (place.Details is { } details)
            {
                faults.AddRange(DetailFaults(details, match));
            }
        }

        faults.AddRange(unexpected.Select(static diagnostic => "Not expected: " + DiagnosticText.Show(diagnostic)));
        foreach (ExpectedDiagnostic general in expectations.Where(static expectation => expectation is { Marker: null, WithoutLocation: false }))
        {
            Diagnostic[] ofRule = [.. found.Where(diagnostic => diagnostic.Id == general.Id)];
            faults.AddRange(ofRule.Length == 0 ? [$"Not reported: {general.Id}."] : ofRule.SelectMany(diagnostic => DetailFaults(general, diagnostic)));
        }

        if (faults.Count > 0)
        {
            throw new RoslynTestException(string.Join('\n', faults));
        }
    }

    private IEnumerable<Place> Places()
    {
        HashSet<ExpectedDiagnostic> used = [];
        foreach ((string path, MarkedSource source) in markup)
        {
            foreach (MarkedSpan span in source.Spans)
            {
                if (span.Key is ['#', .. string number])
                {
                    int marker = int.Parse(number, CultureInfo.InvariantCulture);
                    ExpectedDiagnostic[] details = [.. expectations.Where(expectation => expectation.Marker == marker)];
                    if (details.Length == 0)
                    {
                        throw new RoslynTestException($"Nothing is expected at the marker #{number}.");
                    }

                    foreach (ExpectedDiagnostic detail in details)
                    {
                        used.Add(detail);
                        yield return new Place(detail.Id, path, span.Span, detail);
                    }
                }
                else
                {
                    yield return new Place(span.Key ?? OnlyRule(), path, span.Span, null);
                }
            }
        }

        if (expectations.FirstOrDefault(expectation => expectation.Marker is not null && !used.Contains(expectation)) is { } lost)
        {
            throw new RoslynTestException($"The source has no marker #{lost.Marker}.");
        }

        foreach (ExpectedDiagnostic expectation in expectations.Where(static expectation => expectation.WithoutLocation))
        {
            yield return new Place(expectation.Id, null, default, expectation);
        }
    }

    private string OnlyRule()
    {
        DiagnosticDescriptor[] known = [.. rules];
        return known is [DiagnosticDescriptor rule]
            ? rule.Id
            : throw new RoslynTestException($"[|...|] needs analyzers with one rule; these have {string.Join(", ", known.Select(static rule => rule.Id))}. Write {{|ID:...|}}.");
    }

    private bool Matches(Place place, Diagnostic diagnostic) =>
        diagnostic.Id == place.Id
        && (place.File is null
            ? diagnostic.Location.SourceTree is null
            : diagnostic.Location.SourceTree?.FilePath == project.Root + place.File && diagnostic.Location.SourceSpan == place.Span);

    private static IEnumerable<string> DetailFaults(ExpectedDiagnostic expected, Diagnostic found)
    {
        string message = found.GetMessage(CultureInfo.InvariantCulture);
        if (expected.Severity is { } severity && found.Severity != severity)
        {
            yield return $"Expected severity {severity}: {DiagnosticText.Show(found)}";
        }

        if (expected.Message is not null && message != expected.Message)
        {
            yield return $"Expected message\n  {expected.Message}\nfound\n  {message}";
        }
    }

    private string Show(Place place) => place.File is null
        ? place.Id
        : $"{place.Id} in {place.File}\n{DiagnosticText.Carets(SourceText.From(markup[place.File].Text), place.Span)}";
}
