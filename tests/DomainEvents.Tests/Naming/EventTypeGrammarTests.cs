using DomainEvents.Naming;

namespace DomainEvents.Tests.Naming;

public class EventTypeGrammarTests
{
    [Theory]
    [InlineData("strategy.created")]
    [InlineData("payment_intent.succeeded")]
    [InlineData("customer.subscription.created")]
    [InlineData("2fa.enabled")]
    [InlineData("order2.shipped")]
    [InlineData("a.b")]
    [InlineData("user.logged_in_2_times")]
    public void Lower_snake_case_segments_are_valid(string eventType)
    {
        Assert.True(EventTypeGrammar.IsValid(eventType));
        Assert.True(EventTypeGrammar.IsValid(eventType, external: false));
        Assert.True(EventTypeGrammar.IsValid(eventType, external: true));
        Assert.Equal(eventType, EventTypeGrammar.Suggest(eventType));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("strategy")]
    [InlineData("Strategy.created")]
    [InlineData("strategy.Created")]
    [InlineData("strategy created")]
    [InlineData("strategy.created ")]
    [InlineData("strategy-plan.created")]
    [InlineData(".created")]
    [InlineData("strategy.")]
    [InlineData("strategy..created")]
    [InlineData("_strategy.created")]
    [InlineData("strategy_.created")]
    [InlineData("strategy._created")]
    [InlineData("strategy.created_")]
    [InlineData("strategy__plan.created")]
    [InlineData("strategy.2")]
    [InlineData("1.2")]
    [InlineData("größe.changed")]
    [InlineData("strategy.сreated")]
    [InlineData("strategy.created\n")]
    [InlineData("strategy.created\0")]
    public void Anything_else_is_invalid(string? eventType)
    {
        Assert.False(EventTypeGrammar.IsValid(eventType));
        Assert.False(EventTypeGrammar.IsValid(eventType, external: false));
    }

    [Fact]
    public void Names_are_valid_up_to_255_characters()
    {
        var longest = "a." + new string('b', 253);

        Assert.True(EventTypeGrammar.IsValid(longest));
        Assert.False(EventTypeGrammar.IsValid(longest + "b"));
        Assert.True(EventTypeGrammar.IsValidExternal(longest));
        Assert.False(EventTypeGrammar.IsValidExternal(longest + "b"));
        Assert.Null(EventTypeGrammar.Suggest(longest + "b"));
        Assert.Null(EventTypeGrammar.Suggest(new string('a', 1_000_000)));
    }

    [Theory]
    [InlineData("Order/Created", true)]
    [InlineData("com.github.push", true)]
    [InlineData("größe", true)]
    [InlineData("😀", true)]
    [InlineData("x", true)]
    [InlineData("order created", false)]
    [InlineData("order\u00a0created", false)]
    [InlineData("order\tcreated", false)]
    [InlineData("order\u0007", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void External_names_are_free_text_without_blanks(string? eventType, bool expected)
    {
        Assert.Equal(expected, EventTypeGrammar.IsValidExternal(eventType));
        Assert.Equal(expected, EventTypeGrammar.IsValid(eventType, external: true));
    }

    [Theory]
    [InlineData("Strategy.Created", "strategy.created")]
    [InlineData("StrategyCreated", "strategy.created")]
    [InlineData("strategyCreated", "strategy.created")]
    [InlineData("strategy-created", "strategy.created")]
    [InlineData("strategy created", "strategy.created")]
    [InlineData(" strategy . created ", "strategy.created")]
    [InlineData("strategy/plan-created", "strategy.plan_created")]
    [InlineData("payment-intent.succeeded", "payment_intent.succeeded")]
    [InlineData("paymentIntent.Succeeded", "payment_intent.succeeded")]
    [InlineData("user-logged-in", "user.logged_in")]
    [InlineData("strategy..created", "strategy.created")]
    [InlineData("_strategy_._created_", "strategy.created")]
    [InlineData("HTTPRequest.Failed", "http_request.failed")]
    [InlineData("strategy\u2013created", "strategy.created")]
    [InlineData("STRATEGY.CREATED", "strategy.created")]
    public void Suggestion_repairs_the_spelling(string eventType, string expected) =>
        Assert.Equal(expected, EventTypeGrammar.Suggest(eventType));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("strategy")]
    [InlineData("...")]
    [InlineData("1.2")]
    [InlineData("größe.geändert")]
    [InlineData("주문.생성됨")]
    public void Without_a_sensible_repair_there_is_no_suggestion(string? eventType) =>
        Assert.Null(EventTypeGrammar.Suggest(eventType));

    // Attributes cannot carry half a character.
    [Fact]
    public void Half_a_character_is_no_text()
    {
        Assert.False(EventTypeGrammar.IsValidExternal("order\ud83d"));
        Assert.False(EventTypeGrammar.IsValidExternal("\ud83dorder"));
        Assert.False(EventTypeGrammar.IsValidExternal("\ude00\ud83d"));
        Assert.Null(EventTypeGrammar.Suggest("\ud83d.created"));
    }
}
