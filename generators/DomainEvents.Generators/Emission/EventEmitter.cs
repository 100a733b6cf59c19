using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Writes the generated part of one event. Everything is decided in the model: this only says how it looks.</summary>
internal static class EventEmitter
{
    /// <summary>The part's text, with the namespace and the types around it.</summary>
    public static EventPart Emit(EventModel model)
    {
        var writer = new SourceWriter();
        SurroundingsWriter.Open(writer, model.Surroundings.Opening);

        var nullable = new NullableContext(writer);
        nullable.Switch(model.NullableEnabled);
        writer.Open(Declaration(model));

        ConstantsEmitter.Write(writer, model);
        PositionalPropertiesEmitter.Write(writer, model, nullable);
        PartialPropertiesEmitter.Write(writer, model, nullable);
        nullable.Switch(model.NullableEnabled);
        ConstructorEmitter.Write(writer, model, nullable);
        IdentityEmitter.Write(writer, model);
        PoolEmitter.Write(writer, model, nullable);

        writer.Close();
        nullable.Switch(true);
        while (writer.Level > 0)
        {
            writer.Close();
        }

        return new EventPart(model.Key, HintName.Create(model.Name, model.Key), model.FilePath, model.Surroundings.Usings, writer.ToString());
    }

    /// <summary>How exceptions name the event: <c>strategy.created (StrategyCreated)</c>.</summary>
    public static string DisplayName(EventModel model) => model.EventType is null ? model.Name : $"{model.EventType} ({model.Name})";

    /// <summary>Repeats neither modifiers nor constraints: the user's part has them.</summary>
    private static string Declaration(EventModel model)
    {
        var declaration = $"{(model.IsUnsafe ? "unsafe " : "")}partial {model.Keyword} {model.Identifier}{model.TypeParameters}";
        var bases = Bases(model);
        return bases.Length == 0 ? declaration : $"{declaration} : {bases}";
    }

    private static string Bases(EventModel model)
    {
        var identity = model.Identity;
        const string Base = "global::DomainEvents.DomainEvent";
        const string Interface = "global::DomainEvents.IDomainEvent";
        if (!identity.DerivesFromDomainEvent)
        {
            return identity.ImplementsInterface ? Interface : "";
        }

        return model.IsPooled || identity.EventType == MemberSupply.Reimplement || identity.EventVersion == MemberSupply.Reimplement
            ? $"{Base}, {Interface}"
            : Base;
    }
}
