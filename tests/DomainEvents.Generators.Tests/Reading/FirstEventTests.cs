using DomainEvents.Generators.Model;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>The shapes of the README, end to end: read, written, compiled without a warning.</summary>
public sealed class FirstEventTests
{
    [Fact]
    public void Class_with_get_only_properties_gets_guarded_constructor_in_order()
    {
        var model = ReadModels.Single("""
            namespace Shop;

            [DomainEvent]
            public partial class StrategyCreated
            {
                public string StrategyId { get; }
                public string? Reason { get; }
                [AllowBlank] public string Memo { get; }
                public decimal Budget { get; init; }
                [NotDefault] public Guid Owner { get; private set; }
                public IReadOnlyList<string> Tags { get; }
            }
            """);

        Assert.Equal(
            "public(string strategyId Required, string memo NotNull, decimal budget None, Guid owner NotDefault, IReadOnlyList<string> tags Required, string? reason? None)",
            ModelText.Constructor(model.Constructor));
        Assert.Equal("strategy.created", model.EventType);
        Assert.True(model.Identity.DerivesFromDomainEvent);
        Assert.Equal(IndexHandover.BaseConstructor, model.Identity.Index);
    }

    [Fact]
    public void Positional_record_gets_properties_and_no_constructor()
    {
        var model = ReadModels.Single("""
            namespace Shop;

            [DomainEvent("trigger.fired", Version = 2, Durable = true)]
            public sealed partial record TriggerFired(Guid TriggerId, string Symbol, decimal Price);
            """);

        Assert.Null(model.Constructor);
        Assert.Equal(["TriggerId:Required", "Symbol:Required", "Price:None"], model.PositionalProperties.Items.Select(static property => $"{property.Name}:{property.Guard}"));
        Assert.Equal(("trigger.fired", 2), (model.EventType, model.EventVersion));
    }
}
