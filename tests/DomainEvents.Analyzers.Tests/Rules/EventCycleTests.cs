using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class EventCycleTests
{
    private const string Events = "[DomainEvent] public partial class PriceChanged; [DomainEvent] public partial class TotalChanged; [DomainEvent] public partial class TaxChanged;\n";

    [Theory]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) => [|bus.Publish(new PriceChanged())|]; }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) => [|bus.Publish(new TotalChanged())|]; } public class B(IDomainEventPublisher bus) : IDomainEventHandler<TotalChanged> { public void Handle(TotalChanged e) { [|bus.Publish(new PriceChanged())|]; } }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IAsyncDomainEventHandler<PriceChanged> { public async ValueTask HandleAsync(PriceChanged e, CancellationToken t) => await [|bus.PublishAsync(new TotalChanged(), t)|].ConfigureAwait(false); } public static class B { [DomainEventHandler] public static Task On(TotalChanged e, IDomainEventPublisher bus) { return [|bus.PublishAsync(new PriceChanged())|].AsTask(); } }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) => [|bus.Publish(new TotalChanged())|]; } public class B(IDomainEventPublisher bus) : IDomainEventHandler<TotalChanged> { public void Handle(TotalChanged e) => [|bus.Publish(new TaxChanged())|]; } public class C(IDomainEventPublisher bus) : IDomainEventHandler<TaxChanged> { public void Handle(TaxChanged e) { try { [|bus.Publish(new PriceChanged())|]; } finally { } } }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<IDomainEvent> { public void Handle(IDomainEvent e) => [|bus.Publish(new PriceChanged())|]; }")]
    public Task Handlers_that_always_lead_back_are_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<EventCycleAnalyzer>(), Events + source, new ExpectedDiagnostic("DEVT1310", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) => bus.Publish(new TotalChanged()); } public class B(IDomainEventPublisher bus) : IDomainEventHandler<TotalChanged> { public void Handle(TotalChanged e) => bus.Publish(new TaxChanged()); }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { int _n; public void Handle(PriceChanged e) { if (_n++ < 3) { bus.Publish(new PriceChanged()); } } }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { int _n; public void Handle(PriceChanged e) { if (_n++ > 3) { return; } bus.Publish(new PriceChanged()); } }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) { foreach (var one in new List<int>()) { bus.Publish(new PriceChanged()); } } }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { Action? _later; public void Handle(PriceChanged e) { _later = () => bus.Publish(new PriceChanged()); } }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) { try { Console.WriteLine(); } catch { bus.Publish(new PriceChanged()); throw; } } }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) { _ = e.EventId == default ? 1 : Next(); } int Next() { bus.Publish(new PriceChanged()); return 1; } }")]
    [InlineData("public class A(IDomainEventPublisher bus) { public void Handle(PriceChanged e) => bus.Publish(new PriceChanged()); }")]
    [InlineData("public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) => bus.Publish(Next(e)); IDomainEvent Next(IDomainEvent e) => e; }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<EventCycleAnalyzer>(), Events + source);

    [Fact]
    public Task Message_tells_the_whole_way() => AnalyzerRunner.VerifyAsync(
        Setups.For<EventCycleAnalyzer>(),
        Events + "public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) => {|#0:bus.Publish(new TotalChanged())|}; } public class B(IDomainEventPublisher bus) : IDomainEventHandler<TotalChanged> { public void Handle(TotalChanged e) => {|#1:bus.Publish(new PriceChanged())|}; }",
        new ExpectedDiagnostic("DEVT1310", Message: "Publishing 'TotalChanged' leads back here every time: TotalChanged -> PriceChanged -> TotalChanged; publish it only when something has changed", Marker: 0),
        new ExpectedDiagnostic("DEVT1310", Message: "Publishing 'PriceChanged' leads back here every time: PriceChanged -> TotalChanged -> PriceChanged; publish it only when something has changed", Marker: 1));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<EventCycleAnalyzer>(),
        Events + "public class A(IDomainEventPublisher bus) : IDomainEventHandler<PriceChanged> { public void Handle(PriceChanged e) => bus.Publish(new PriceChanged()); }");
}
