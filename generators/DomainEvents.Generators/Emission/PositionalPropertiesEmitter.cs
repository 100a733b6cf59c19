using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>
/// Re-declares the properties of a positional record, so that constructor, <c>with</c> and deserialisers all pass the guard. All of
/// them, guarded or not: leaving some out would reorder ToString and JSON.
/// </summary>
internal static class PositionalPropertiesEmitter
{
    public static void Write(SourceWriter writer, EventModel model, NullableContext nullable)
    {
        var guards = new GuardCall(model);
        foreach (var property in model.PositionalProperties)
        {
            nullable.Switch(property.NullableEnabled);
            if (property.Guard == GuardKind.None)
            {
                WriteHead(writer, property);
                writer.Line($"public {property.Type} {property.Identifier} {{ get; init; }} = {property.Identifier};");
            }
            else
            {
                WriteGuarded(writer, property, guards);
            }

            writer.Line();
        }
    }

    private static void WriteGuarded(SourceWriter writer, PositionalPropertyModel property, GuardCall guards)
    {
        var field = $"__{property.Name}";
        writer
            .Line(GeneratedFile.GeneratedCode + (property.TypeIsForbidden ? GeneratedFile.Obsolete : ""))
            .Line($"private readonly {property.Type} {field} = {guards.Wrap(property.Guard, property.Identifier, property.Name)};")
            .Line();
        WriteHead(writer, property);
        writer
            .Open($"public {property.Type} {property.Identifier}")
            .Line($"get => {field};")
            .Line($"init => {field} = {guards.Wrap(property.Guard, "value", property.Name)};")
            .Close();
    }

    private static void WriteHead(SourceWriter writer, PositionalPropertyModel property)
    {
        var summary = property.Documentation is { } documentation
            ? XmlDocumentation.FromContent(documentation)
            : $"The event's <c>{XmlDocumentation.Escape(property.Name)}</c>.";
        writer
            .Line($"/// <summary>{summary}</summary>")
            .WriteGeneratedAttributes()
            .Verbatim(property.PropertyAttributes);
        if (property is { TypeIsForbidden: true, IsMarkedObsolete: false })
        {
            writer.Line(GeneratedFile.Obsolete);
        }
    }
}
