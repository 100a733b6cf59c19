using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using DomainEvents.Benchmarks.Background;

namespace DomainEvents.Benchmarks.Observing;

/// <summary>
/// What following a publish of one handler costs. Without anything attached a publish knows nothing of it; "detached" is a publisher from
/// which a tracer was taken off again.
/// </summary>
[MemoryDiagnoser]
public class ObservingBenchmarks
{
    private static IDomainEventPublisher s_plain = null!;
    private static IDomainEventPublisher s_detached = null!;
    private static IDomainEventPublisher s_filtered = null!;
    private static IDomainEventPublisher s_measured = null!;
    private static IDomainEventPublisher s_traced = null!;
    private static IDomainEventPublisher s_instrumented = null!;
    private readonly HandedOver _event = new(1);
    private ActivityListener _listener = null!;

    [GlobalSetup]
    public void SetUp()
    {
        s_plain = new DomainEventPublisher();

        var detached = new DomainEventPublisher();
        EventTracer.Attach(detached).Dispose();
        s_detached = detached;

        var filtered = new DomainEventPublisherOptions();
        filtered.Filters.Add(new PassingFilter());
        s_filtered = new DomainEventPublisher(filtered);

        var measured = new DomainEventPublisher();
        DomainEventMetrics.Attach(measured);
        s_measured = measured;

        var traced = new DomainEventPublisher();
        EventTracer.Attach(traced);
        s_traced = traced;

        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == DomainEventTelemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(_listener);
        var instrumented = new DomainEventPublisher();
        DomainEventTelemetry.Attach(instrumented);
        s_instrumented = instrumented;
    }

    [GlobalCleanup]
    public void CleanUp() => _listener.Dispose();

    [Benchmark(Baseline = true)]
    public void Plain() => s_plain.Publish(_event);

    [Benchmark]
    public void Tracer_detached() => s_detached.Publish(_event);

    [Benchmark]
    public void Filter() => s_filtered.Publish(_event);

    [Benchmark]
    public void Metrics() => s_measured.Publish(_event);

    [Benchmark]
    public void Tracer() => s_traced.Publish(_event);

    [Benchmark]
    public void Telemetry_with_listener() => s_instrumented.Publish(_event);

    private sealed class PassingFilter : IDomainEventHandlerFilter
    {
        public void Invoke(HandlerInvocation invocation) => invocation.Proceed();

        public ValueTask InvokeAsync(HandlerInvocation invocation) => invocation.ProceedAsync();
    }
}
