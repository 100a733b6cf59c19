using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Writes the generated part of a class that raises events.</summary>
internal static class AggregateEmitter
{
    private const string Interface = "global::DomainEvents.Persistence.IHasDomainEvents";
    private const string Buffer = "global::DomainEvents.Persistence.DomainEventBuffer";
    private const string Field = "__domainEvents";

    public static string HintFor(AggregateModel model) => HintName.Create(model.Name + ".Aggregate", "aggregate " + model.Key);

    public static string Emit(AggregateModel model)
    {
        var writer = GeneratedFile.Start().Line();
        SurroundingsWriter.Open(writer, model.Opening);
        writer.Open($"partial class {model.Identifier}{model.TypeParameters} : {Interface}");
        if (Has(model, AggregateMembers.Buffer))
        {
            WriteBuffer(writer, model);
        }

        if (Has(model, AggregateMembers.Raise))
        {
            WriteRaise(writer, model);
        }

        while (writer.Level > 0)
        {
            writer.Close();
        }

        return writer.ToString();
    }

    /// <summary>Neither a database's model nor JSON sees the events: both have them for other purposes.</summary>
    private static void WriteBuffer(SourceWriter writer, AggregateModel model)
    {
        var name = Has(model, AggregateMembers.ExplicitProperty) ? $"{Interface}.DomainEvents" : "DomainEvents";
        var accessibility = Has(model, AggregateMembers.ExplicitProperty) ? "" : "public ";
        writer.Lines($"""
            {GeneratedFile.GeneratedCode}
            private readonly {Buffer} {Field} = new {Buffer}();

            /// <inheritdoc />
            """);
        writer.WriteGeneratedAttributes().Lines($"""
            [global::System.ComponentModel.DataAnnotations.Schema.NotMapped]
            [global::System.Text.Json.Serialization.JsonIgnore]
            {accessibility}{Buffer} {name} => this.{Field};

            """);
    }

    private static void WriteRaise(SourceWriter writer, AggregateModel model)
    {
        var buffer = Has(model, AggregateMembers.Buffer) ? $"this.{Field}" : $"(({Interface})this).DomainEvents";
        var modifiers = (model.IsSealed ? "private" : "protected") + (Has(model, AggregateMembers.HidesRaise) ? " new" : "");
        writer.Lines("""
            /// <summary>Records that something happened. Handlers run when the unit of work commits, and never if it does not.</summary>
            /// <param name="domainEvent">The event.</param>
            /// <exception cref="global::System.ArgumentNullException">There is no event.</exception>
            """);
        writer.WriteGeneratedAttributes().Line($"{modifiers} void Raise(global::DomainEvents.IDomainEvent domainEvent) => {buffer}.Raise(domainEvent);");
    }

    private static bool Has(AggregateModel model, AggregateMembers member) => (model.Members & member) != 0;
}
