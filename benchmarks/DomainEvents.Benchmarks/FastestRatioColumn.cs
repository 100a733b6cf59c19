using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace DomainEvents.Benchmarks;

/// <summary>The fastest iteration of a benchmark as a multiple of the baseline's fastest.</summary>
internal sealed class FastestRatioColumn : IColumn
{
    public string Id => nameof(FastestRatioColumn);

    public string ColumnName => "Min ratio";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Baseline;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Fastest iteration / fastest iteration of the baseline";

    public bool IsAvailable(Summary summary) => summary.HasBaselines();

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        var baseline = summary.GetBaseline(summary.GetLogicalGroupKey(benchmarkCase));
        var floor = baseline is null ? null : summary[baseline]?.ResultStatistics;
        var own = summary[benchmarkCase]?.ResultStatistics;
        return floor is null || own is null || floor.Min == 0
            ? "?"
            : (own.Min / floor.Min).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
