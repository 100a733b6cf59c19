using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Writes the members of <c>IDomainEvent</c> that the type and its bases lack.</summary>
internal static class IdentityEmitter
{
    /// <summary>What holds id and time.</summary>
    public const string Stamp = "global::DomainEvents.CompilerServices.EventStamp";

    /// <summary>The field that holds id and time.</summary>
    public const string StampField = "__eventStamp";

    private const string Interface = "global::DomainEvents.IDomainEvent";

    public static void Write(SourceWriter writer, EventModel model)
    {
        var identity = model.Identity;
        if (!identity.DerivesFromDomainEvent && (identity.EventId != MemberSupply.Keep || identity.OccurredAt != MemberSupply.Keep))
        {
            writer.Lines($"""
                {GeneratedFile.GeneratedCode}
                private {(model.IsPooled ? "" : "readonly ")}{Stamp} {StampField} = {Stamp}.Next();

                """);
            WriteStamped(writer, model, identity.EventId, "global::System.Guid", "EventId");
            WriteStamped(writer, model, identity.OccurredAt, "global::System.DateTimeOffset", "OccurredAt");
        }

        PoolEmitter.WriteIdentityOfBase(writer, model);
        WriteEventType(writer, model);
        WriteEventVersion(writer, model);
    }

    private static void WriteStamped(SourceWriter writer, EventModel model, MemberSupply supply, string type, string name)
    {
        if (supply == MemberSupply.Keep)
        {
            return;
        }

        writer.Line("/// <inheritdoc />").WriteGeneratedAttributes();
        if (supply == MemberSupply.Explicit)
        {
            writer.Line($"{type} {Interface}.{name} => {StampField}.{name};").Line();
            return;
        }

        if (supply == MemberSupply.Override)
        {
            // An accessor that the base's property lacks could not be added here.
            writer.Line($"public override {type} {name} => {StampField}.{name};").Line();
            return;
        }

        writer.Open($"public {(supply == MemberSupply.Reimplement ? "new " : "")}{type} {name}");
        PoolEmitter.WriteAccessor(writer, model, "get", $"{StampField}.{name}");
        PoolEmitter.WriteAccessor(writer, model, "init", $"{StampField} = {StampField}.With{name}(value)");
        writer.Close().Line();
    }

    private static void WriteEventType(SourceWriter writer, EventModel model)
    {
        var identity = model.Identity;
        if (identity.EventType == MemberSupply.Keep)
        {
            return;
        }

        if (model.EventType is null && model.IsAbstract && identity.EventType != MemberSupply.Explicit)
        {
            WriteAbstractEventType(writer, identity);
            return;
        }

        var value = model.EventType switch
        {
            // The build fails for want of a name: should the event be created all the same, it does not pass for one with a name.
            null => $"throw new global::System.InvalidOperationException({CSharpLiteral.String($"The event {model.Name} has no event type.")})",
            { } eventType when identity.DeclaresEventTypeName => CSharpLiteral.String(eventType),
            _ => "EventTypeName",
        };
        WriteProperty(writer, $"{Declaration(identity.EventType, model, "string", "EventType")} => {value};");
    }

    /// <summary>Left to the events that derive from this one. <c>DomainEvent</c> and bases to be overridden leave it open already.</summary>
    private static void WriteAbstractEventType(SourceWriter writer, IdentityModel identity)
    {
        if (identity.EventType == MemberSupply.Reimplement)
        {
            WriteProperty(writer, "public new abstract string EventType { get; }");
        }
        else if (identity.EventType == MemberSupply.Generate && !identity.DerivesFromDomainEvent)
        {
            WriteProperty(writer, "public abstract string EventType { get; }");
        }
    }

    private static void WriteEventVersion(SourceWriter writer, EventModel model)
    {
        var identity = model.Identity;
        if (identity.EventVersion == MemberSupply.Keep)
        {
            return;
        }

        var value = model.EventType is null || identity.DeclaresEventTypeVersion
            ? CSharpLiteral.Int32(model.EventVersion)
            : "EventTypeVersion";
        WriteProperty(writer, $"{Declaration(identity.EventVersion, model, "int", "EventVersion")} => {value};");
    }

    private static void WriteProperty(SourceWriter writer, string declaration) => writer
        .Line("/// <inheritdoc />")
        .WriteGeneratedAttributes()
        .Line(declaration)
        .Line();

    private static string Declaration(MemberSupply supply, EventModel model, string type, string name) => supply == MemberSupply.Explicit
        ? $"{type} {Interface}.{name}"
        : $"public {Modifier(supply, model)}{type} {name}";

    private static string Modifier(MemberSupply supply, EventModel model) => supply switch
    {
        MemberSupply.Override => "override ",
        MemberSupply.Reimplement => model.IsSealed ? "new " : "new virtual ",
        _ when model.Identity.DerivesFromDomainEvent => "override ",
        _ => model.IsSealed ? "" : "virtual ",
    };
}
