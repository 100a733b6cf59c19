using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Writes <c>EventTypeName</c> and <c>EventTypeVersion</c>.</summary>
internal static class ConstantsEmitter
{
    public static void Write(SourceWriter writer, EventModel model)
    {
        if (model.EventType is not { } eventType)
        {
            return;
        }

        var identity = model.Identity;
        if (!identity.DeclaresEventTypeName)
        {
            var modifiers = identity.HidesEventTypeName ? "public new const" : "public const";
            writer.Lines($"""
                /// <summary>The event type: <c>{XmlDocumentation.Escape(eventType)}</c>.</summary>
                {GeneratedFile.GeneratedCode}
                {modifiers} string EventTypeName = {CSharpLiteral.String(eventType)};

                """);
        }

        if (!identity.DeclaresEventTypeVersion)
        {
            var modifiers = identity.HidesEventTypeVersion ? "public new const" : "public const";
            writer.Lines($"""
                /// <summary>The version of the event's shape.</summary>
                {GeneratedFile.GeneratedCode}
                {modifiers} int EventTypeVersion = {CSharpLiteral.Int32(model.EventVersion)};

                """);
        }
    }
}
