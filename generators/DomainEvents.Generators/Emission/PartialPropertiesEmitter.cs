using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>
/// Implements the partial properties of an event over fields. Neither their attributes nor their documentation are repeated: those of
/// the user's declaration hold for both parts, and a mark of ours on the property would make it pass for a generated one.
/// </summary>
internal static class PartialPropertiesEmitter
{
    private const string AccessorAttributes = "[global::System.CodeDom.Compiler.GeneratedCode(\"" + GeneratedFile.Tool + "\", \"" + GeneratedFile.ToolVersion
        + "\"), global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]";

    public static void Write(SourceWriter writer, EventModel model, NullableContext nullable)
    {
        var guards = new GuardCall(model);
        foreach (var property in model.PartialProperties)
        {
            nullable.Switch(property.NullableEnabled);
            Write(writer, property, guards, model);
        }
    }

    private static void Write(SourceWriter writer, PartialPropertyModel property, GuardCall guards, EventModel model)
    {
        var field = PartialPropertyModel.FieldOf(property.Name);
        var isReadOnly = !model.IsPooled && (property.Setter is "" || property.Setter.EndsWith("init", StringComparison.Ordinal));

        // With a value from the start, a constructor of the user's own that sets the property gets no warning about a field it cannot see.
        writer
            .Line(GeneratedFile.GeneratedCode + (property.TypeIsForbidden ? GeneratedFile.Obsolete : ""))
            .Line($"private {(isReadOnly ? "readonly " : "")}{property.Type} {field}{(property.HoldsPointer ? "" : " = default!")};")
            .Line()
            .Open($"{property.Modifiers} partial {property.Type} {property.Identifier}".TrimStart())
            .Line(AccessorAttributes);
        PoolEmitter.WriteAccessor(writer, model, property.Getter, field);
        if (property.Setter.Length > 0)
        {
            writer.Line(AccessorAttributes);
            PoolEmitter.WriteAccessor(writer, model, property.Setter, $"{field} = {guards.Wrap(property.Guard, "value", property.Name)}");
        }

        writer.Close().Line();
    }
}
