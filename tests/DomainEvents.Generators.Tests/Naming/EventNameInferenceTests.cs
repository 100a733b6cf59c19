using DomainEvents.Generators.Naming;

namespace DomainEvents.Generators.Tests.Naming;

public class EventNameInferenceTests
{
    [Theory]
    [InlineData("StrategyCreated", "strategy.created")]
    [InlineData("StrategyCreatedDomainEvent", "strategy.created")]
    [InlineData("StrategyCreatedEventArgs", "strategy.created")]
    [InlineData("HTTPRequestFailed", "http_request.failed")]
    [InlineData("OAuthTokenRefreshed", "oauth_token.refreshed")]
    [InlineData("B2BOrderPlaced", "b2b_order.placed")]
    [InlineData("User2FAEnabled", "user_2fa.enabled")]
    [InlineData("Order2Shipped", "order2.shipped")]
    [InlineData("UserIDsMerged", "user_ids.merged")]
    [InlineData("order_created", "order.created")]
    [InlineData("@orderCreated", "order.created")]
    [InlineData("SpeedExceeded", "speed.exceeded")]
    [InlineData("ShareholdersAgreed", "shareholders.agreed")]
    [InlineData("PackageWasSent", "package.sent")]
    [InlineData("OrderHasNotBeenPaid", "order.not_paid")]
    [InlineData("AccountSoftDeleted", "account.soft_deleted")]
    [InlineData("ProductAddedToCart", "product.added_to_cart")]
    [InlineData("StatusChangedToPaid", "status.changed_to_paid")]
    [InlineData("OrderPlacedAndPaid", "order.placed_and_paid")]
    [InlineData("UserWentOffline", "user.went_offline")]
    [InlineData("AccountSetUpCompleted", "account_set_up.completed")]
    [InlineData("BeforeUserLogin", "user.before_login")]
    [InlineData("OrderCanBeShipped", "order.can_be_shipped")]
    [InlineData("OrderReadyForPickup", "order.ready_for_pickup")]
    [InlineData("FileNotFound", "file.not_found")]
    public void Name_with_a_clear_action_is_sure(string typeName, string expected)
    {
        var name = EventNameInference.Infer(typeName, null, "");

        Assert.Equal(expected, name.EventType);
        Assert.True(name.IsSure);
    }

    [Theory]
    [InlineData("UserChangedPassword", "user.changed_password", NameRule.Inner)]
    [InlineData("UserRequestPasswordReset", "user.request_password_reset", NameRule.Inner)]
    [InlineData("CancelledOrder", "order.cancelled", NameRule.ParticipleFirst)]
    [InlineData("ValidatingCart", "cart.validating", NameRule.IngFirst)]
    [InlineData("OnCartEmptied", "cart.emptied", NameRule.Regular)]
    [InlineData("ICartEmptied", "icart.emptied", NameRule.Regular)]
    [InlineData("TaskForceCreated", "task.force_created", NameRule.Regular)]
    [InlineData("BuiltInRoleDeleted", "built_in_role.deleted", NameRule.Regular)]
    [InlineData("ItemReturnedDamaged", "item_returned.damaged", NameRule.Regular)]
    [InlineData("AskUserLogout", "ask_user.logout", NameRule.Outcome)]
    [InlineData("RequestPasswordReset", "request_password.reset", NameRule.Irregular)]
    public void Name_that_leaves_a_doubt_is_a_guess(string typeName, string expected, object rule)
    {
        var name = EventNameInference.Infer(typeName, null, "");

        Assert.Equal((expected, (NameRule)rule, false), (name.EventType, name.Rule, name.IsSure));
    }

    [Theory]
    [InlineData("CostOfGoodsSold", false)]
    [InlineData("NumberOfOrdersPlaced", false)]
    [InlineData("ProofOfDeliveryReceived", true)]
    [InlineData("CertificateOfWellnessIssued", true)]
    public void Name_that_sounds_like_a_figure_is_a_guess(string typeName, bool isSure) =>
        Assert.Equal(isSure, EventNameInference.Infer(typeName, null, "").IsSure);

    [Theory]
    [InlineData("Sale")]
    [InlineData("CreateOrder")]
    [InlineData("SendConfirmedOrder")]
    [InlineData("NewsFeed")]
    [InlineData("TrainingDataSet")]
    [InlineData("UpperBound")]
    [InlineData("StatusLED")]
    [InlineData("ImageProcessing")]
    [InlineData("EnrichedAsset")]
    [InlineData("StoredEvent")]
    [InlineData("Größe")]
    [InlineData("KundeGelöschtCreated")]
    [InlineData("ORDERSHIPPED")]
    [InlineData("____")]
    [InlineData("V2")]
    [InlineData("1")]
    [InlineData("")]
    public void Name_without_an_action_gets_no_event_type(string typeName)
    {
        var name = EventNameInference.Infer(typeName, null, "Shop.Orders");

        Assert.Equal((null, NameRule.None, false), (name.EventType, name.Rule, name.IsSure));
    }

    [Theory]
    [InlineData("Confirmed", "Box", "", "box.confirmed")]
    [InlineData("Confirmed", "ShoppingCart+Event", "", "shopping_cart.confirmed")]
    [InlineData("Confirmed", "Outer.BoxEvents", "", "box.confirmed")]
    [InlineData("Confirmed", "Events", "Shop.Companies.Domain.V1", "company.confirmed")]
    [InlineData("Confirmed", null, "Shop.Movies.Events", "movie.confirmed")]
    [InlineData("Confirmed", null, "Shop.Addresses", "address.confirmed")]
    [InlineData("NotFound", null, "Warehouse.Boxes", "box.not_found")]
    [InlineData("Confirmed", null, "Domain.Events", null)]
    [InlineData("Confirmed", null, "", null)]
    public void Name_that_is_an_action_only_takes_its_owners_name(string typeName, string? containers, string namespaceName, string? expected)
    {
        var name = EventNameInference.Infer(typeName, containers, namespaceName);

        Assert.Equal((expected, false), (name.EventType, name.IsSure));
        Assert.Equal(expected is null ? NameRule.None : NameRule.Owner, name.Rule);
    }

    [Theory]
    [InlineData("LeaseSignedV2", "lease.signed", 2, "LeaseSigned")]
    [InlineData("LeaseSignedEventV12", "lease.signed", 12, "LeaseSigned")]
    [InlineData("LeaseSignedV3DomainEvent", "lease.signed", 3, "LeaseSigned")]
    [InlineData("Lease_Signed_V2", "lease.signed", 2, "Lease_Signed")]
    [InlineData("V1LeaseSigned", "lease.signed", 1, "LeaseSigned")]
    [InlineData("LeaseSigned", "lease.signed", null, "LeaseSigned")]
    [InlineData("LeaseSignedV0", null, null, "LeaseSignedV0")]
    [InlineData("LeaseSignedV99999999999", null, null, "LeaseSignedV99999999999")]
    public void Version_in_the_name_is_kept_apart(string typeName, string? expected, int? version, string constantName)
    {
        var name = EventNameInference.Infer(typeName, null, "");

        Assert.Equal((expected, version, constantName), (name.EventType, name.Version, name.ConstantName));
    }

    [Theory]
    [InlineData("StrategyCreatedIntegrationEvent", "StrategyCreated")]
    [InlineData("StrategyCreatedNotification", "StrategyCreated")]
    [InlineData("ChatMessage", "ChatMessage")]
    [InlineData("UserReadMessage", "UserReadMessage")]
    [InlineData("Event", "Event")]
    [InlineData("DomainEvent", "Domain")]
    [InlineData("TradeV2", "Trade")]
    [InlineData("@event", "event")]
    [InlineData("ÄnderungEvent", "Änderung")]
    [InlineData("__", "__")]
    public void Constant_name_is_the_type_name_less_its_suffix(string typeName, string expected)
    {
        Assert.Equal(expected, EventNameInference.ConstantName(typeName));
        Assert.Equal(expected, EventNameInference.Infer(typeName, null, "").ConstantName);
    }

    [Fact]
    public void Longest_valid_name_is_inferred_and_a_longer_one_is_not()
    {
        var subject = new string('a', 247);

        Assert.Equal(subject + ".created", EventNameInference.Infer(subject + "Created", null, "").EventType);
        Assert.Null(EventNameInference.Infer("a" + subject + "Created", null, "").EventType);
        Assert.Null(EventNameInference.Infer(new string('A', 100_000), null, "").EventType);
        Assert.Null(EventNameInference.Infer("Half\ud83dCreated", null, "").EventType);
    }
}
