using DomainEvents.Generators.Model;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>A model as lines of text that a person can check.</summary>
internal static class ModelText
{
    public static string Of(EventModel model)
    {
        var lines = new List<string>
        {
            $"{model.Key} {model.Keyword}{(model.IsUnsafe ? " unsafe" : "")}: {model.EventType ?? "(no event type)"} v{model.EventVersion}",
            "  constructor: " + Constructor(model.Constructor),
            "  identity: " + Identity(model.Identity),
        };
        if (model.PositionalProperties.Count > 0)
        {
            lines.Add("  properties: " + string.Join(", ", model.PositionalProperties.Items.Select(static property =>
                $"{property.PropertyAttributes}{(property.PropertyAttributes.Length > 0 ? " " : "")}{property.Type} {property.Name} {property.Guard}")));
        }

        if (model.PartialProperties.Count > 0)
        {
            lines.Add("  partial: " + string.Join(", ", model.PartialProperties.Items.Select(static property =>
                $"{property.Modifiers} {property.Type} {property.Name} {{ {property.Getter}; {property.Setter} }} {property.Guard}")));
        }

        return string.Concat(lines.Select(static line => line + "\n"));
    }

    public static string Constructor(ConstructorModel? constructor) => constructor is null
        ? "none"
        : $"{constructor.Accessibility}({string.Join(", ", constructor.Parameters.Items.Select(Parameter))}){(constructor.SetsRequiredMembers ? " sets required" : "")}";

    private static string Parameter(ParameterModel parameter)
    {
        var target = (parameter.BaseParameter, parameter.Property) switch
        {
            ({ } passed, null) => $" -> base {passed}",
            ({ } passed, { } property) => $" -> base {passed} and {property}",
            _ => "",
        };
        return $"{parameter.Type} {parameter.Name}{(parameter.IsOptional ? "?" : "")} {parameter.Guard}{target}{(parameter.NullableEnabled ? "" : " oblivious")}";
    }

    private static string Identity(IdentityModel identity)
    {
        var words = new List<string>();
        if (identity.DerivesFromDomainEvent)
        {
            words.Add("DomainEvent");
        }

        if (identity.ImplementsInterface)
        {
            words.Add("IDomainEvent");
        }

        words.Add($"index {identity.Index}");
        words.Add($"id {identity.EventId}");
        words.Add($"time {identity.OccurredAt}");
        words.Add($"type {identity.EventType}");
        words.Add($"version {identity.EventVersion}");
        if (identity.HidesEventTypeName || identity.HidesEventTypeVersion)
        {
            words.Add("hides constants");
        }

        if (identity.DeclaresEventTypeName || identity.DeclaresEventTypeVersion)
        {
            words.Add("declares constants");
        }

        return string.Join(", ", words);
    }
}
