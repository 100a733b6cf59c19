using System.Text;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Writes the guarded constructor and the index that it hands over.</summary>
internal static class ConstructorEmitter
{
    public static void Write(SourceWriter writer, EventModel model, NullableContext nullable)
    {
        if (model.Constructor is not { } constructor)
        {
            return;
        }

        var handsOver = !model.IsAbstract && model.Identity.Index != IndexHandover.None;
        if (handsOver)
        {
            WriteIndex(writer, model);
        }

        WriteDocumentation(writer, model, constructor);
        WriteAttributes(writer, constructor);
        WriteParameters(writer, $"{constructor.Accessibility} {model.Identifier}", model, constructor, nullable);
        if (!constructor.NamesForbidden && constructor.Parameters.Items.Any(static parameter => parameter.SetsForbidden))
        {
            WriteDetour(writer, model, constructor, nullable);
        }

        var guards = new GuardCall(model);
        WriteBaseCall(writer, constructor, guards, BaseIndex(model, handsOver));
        WriteBody(writer, model, constructor, guards, handsOver);
    }

    /// <summary>Named after the type: an event nested in the event that it derives from would hide that one's field.</summary>
    private static string IndexField(EventModel model) => $"__indexOf{model.Name}";

    private static void WriteIndex(SourceWriter writer, EventModel model) => writer.Lines($"""
        {GeneratedFile.GeneratedCode}
        private static readonly int {IndexField(model)} = global::DomainEvents.CompilerServices.EventTypeIndex.Register(typeof({model.Identifier}{model.TypeParameters}));

        """);

    private static void WriteAttributes(SourceWriter writer, ConstructorModel constructor)
    {
        writer.WriteGeneratedAttributes();
        WriteObsolete(writer, constructor);
        if (constructor.SetsRequiredMembers)
        {
            writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        }
    }

    /// <summary>Marks a member that takes a value of a forbidden type: nothing else may name that, and who calls it must know.</summary>
    public static void WriteObsolete(SourceWriter writer, ConstructorModel constructor)
    {
        if (constructor.NamesForbidden)
        {
            writer.Line("[global::System.Obsolete(\"It takes a value of a type whose use is an error.\")]");
        }
    }

    /// <summary>
    /// Passes everything on to a second constructor, which is obsolete and may therefore set what is obsolete as an error. That it is used
    /// is a warning, which a generated file may silence. Who creates the event sees nothing of it.
    /// </summary>
    private static void WriteDetour(SourceWriter writer, EventModel model, ConstructorModel constructor, NullableContext nullable)
    {
        // The argument tells the two apart; dynamic ones would have to be bound at run time.
        const string Mark = "global::DomainEvents.CompilerServices.EventStamp";
        var arguments = constructor.Parameters.Items.Select(static parameter =>
            (parameter.Type is "dynamic" or "dynamic?" ? "(object?)" : "") + CSharpIdentifier.Escape(parameter.Name));
        writer.Indent(1).Line($": this({string.Join(", ", arguments)}, default({Mark}))").Indent(-1);
        writer.Open().Close().Line();
        writer.Line(GeneratedFile.Obsolete);
        WriteAttributes(writer, constructor);
        var mandatory = constructor.Parameters.Items.Select(static parameter => parameter with { IsOptional = false });
        var mark = new ParameterModel { Type = Mark, Name = "__mark", NullableEnabled = model.NullableEnabled };
        var detour = constructor with { Parameters = new EquatableArray<ParameterModel>(mandatory.Append(mark)) };
        WriteParameters(writer, $"private {model.Identifier}", model, detour, nullable);
    }

    private static void WriteDocumentation(SourceWriter writer, EventModel model, ConstructorModel constructor)
    {
        var name = XmlDocumentation.Escape(model.EventType ?? model.Name);
        writer.Line($"/// <summary>Creates the event <c>{name}</c>.</summary>");
        WriteParameterDocumentation(writer, constructor);
    }

    /// <summary>The parameters and what the guards throw.</summary>
    public static void WriteParameterDocumentation(SourceWriter writer, ConstructorModel constructor)
    {
        foreach (var parameter in constructor.Parameters)
        {
            var text = parameter.Documentation is { } documentation
                ? XmlDocumentation.FromContent(documentation)
                : $"The event's <c>{XmlDocumentation.Escape(CSharpIdentifier.Unescape(parameter.Property ?? parameter.Name))}</c>.";
            writer.Line($"/// <param name=\"{parameter.Name}\">{text}</param>");
        }

        if (constructor.Parameters.Items.Any(static parameter => parameter.Guard != GuardKind.None))
        {
            writer.Line("/// <exception cref=\"global::System.ArgumentException\">A required value is missing.</exception>");
        }
    }

    /// <summary>A member's head with the constructor's parameters.</summary>
    public static void WriteParameters(SourceWriter writer, string member, EventModel model, ConstructorModel constructor, NullableContext nullable)
    {
        var opening = member + "(";
        if (constructor.Parameters.Count == 0)
        {
            writer.Line(opening + ")");
            return;
        }

        writer.Line(opening).Indent(1);
        for (var i = 0; i < constructor.Parameters.Count; i++)
        {
            var parameter = constructor.Parameters[i];
            nullable.Switch(parameter.NullableEnabled);

            // "default" also where null would do: null is no default of a type parameter's T?.
            var end = (parameter.IsOptional ? " = default" : "") + (i == constructor.Parameters.Count - 1 ? ")" : ",");
            writer.Line($"{parameter.Type} {CSharpIdentifier.Escape(parameter.Name)}{end}");
        }

        writer.Indent(-1);
        nullable.Switch(model.NullableEnabled);
    }

    private static string BaseIndex(EventModel model, bool handsOver) =>
        handsOver && model.Identity.Index == IndexHandover.BaseConstructor ? IndexField(model) : "";

    private static void WriteBaseCall(SourceWriter writer, ConstructorModel constructor, GuardCall guards, string index)
    {
        var arguments = new StringBuilder(index);
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.BaseParameter is { } baseParameter)
            {
                arguments
                    .Append(arguments.Length == 0 ? "" : ", ")
                    .Append(CSharpIdentifier.Escape(baseParameter))
                    .Append(": ")
                    .Append(Checked(parameter, guards));
            }
        }

        if (arguments.Length > 0)
        {
            writer.Indent(1).Line($": base({arguments})").Indent(-1);
        }
    }

    private static void WriteBody(SourceWriter writer, EventModel model, ConstructorModel constructor, GuardCall guards, bool handsOver)
    {
        writer.Open();
        if (handsOver && model.Identity.Index == IndexHandover.Body)
        {
            writer.Line($"this.SetEventTypeIndex({IndexField(model)});");
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.Property is { } property)
            {
                writer.Line($"this.{parameter.Field ?? property} = {Checked(parameter, guards)};");
            }
        }

        writer.Close().Line();
    }

    private static string Checked(ParameterModel parameter, GuardCall guards) =>
        guards.Wrap(parameter.Guard, CSharpIdentifier.Escape(parameter.Name), parameter.Name);
}
