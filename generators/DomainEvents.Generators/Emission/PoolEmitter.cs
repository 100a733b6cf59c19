using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Writes what rents an event and gives it back.</summary>
internal static class PoolEmitter
{
    private const string Pool = "global::DomainEvents.CompilerServices.EventPool";
    private const string Lease = "global::DomainEvents.CompilerServices.EventLease";
    private const string LeaseField = "__lease";

    /// <summary>An accessor; of a pooled event one that in debug builds refuses to answer for an event that was given back.</summary>
    public static void WriteAccessor(SourceWriter writer, EventModel model, string accessor, string expression)
    {
        if (!model.IsPooled)
        {
            writer.Line($"{accessor} => {expression};");
            return;
        }

        writer
            .Open(accessor)
            .Directive("#if DEBUG")
            .Line(Check(model))
            .Directive("#endif")
            .Line($"{(accessor.EndsWith("get", System.StringComparison.Ordinal) ? "return " : "")}{expression};")
            .Close();
    }

    /// <summary>
    /// In debug builds, id and time of an event with the common base: the base cannot know whether the event was given back, and must not
    /// ask for the sake of those that never are.
    /// </summary>
    public static void WriteIdentityOfBase(SourceWriter writer, EventModel model)
    {
        if (model is not { IsPooled: true, Identity.DerivesFromDomainEvent: true })
        {
            return;
        }

        writer.Directive("#if DEBUG");
        WriteOver(writer, model, "global::System.Guid", "EventId");
        writer.Line();
        WriteOver(writer, model, "global::System.DateTimeOffset", "OccurredAt");
        writer.Directive("#endif").Line();
    }

    private static void WriteOver(SourceWriter writer, EventModel model, string type, string name) => writer
        .Line("/// <inheritdoc />")
        .WriteGeneratedAttributes()
        .Open($"public new {type} {name}")
        .Open("get")
        .Line(Check(model))
        .Line($"return base.{name};")
        .Close()
        .Open("init")
        .Line(Check(model))
        .Line($"base.{name} = value;")
        .Close()
        .Close();

    public static void Write(SourceWriter writer, EventModel model, NullableContext nullable)
    {
        if (model is not { IsPooled: true, Constructor: { } constructor })
        {
            return;
        }

        writer.Lines($"""
            {GeneratedFile.GeneratedCode}
            private {Lease} {LeaseField};

            """);
        WriteRent(writer, model, constructor, nullable);
        WriteReturn(writer, model);
        WriteDetach(writer, model);
    }

    private static void WriteRent(SourceWriter writer, EventModel model, ConstructorModel constructor, NullableContext nullable)
    {
        var type = model.Identifier + model.TypeParameters;
        writer.Line("/// <summary>Takes an event from the pool, or creates one where that is empty: with these values, checked as by the constructor, and an id and time of its own.</summary>");
        ConstructorEmitter.WriteParameterDocumentation(writer, constructor);
        writer.Line("/// <returns>An event to be given back by <c>Return</c>, once.</returns>");
        writer.WriteGeneratedAttributes();
        ConstructorEmitter.WriteObsolete(writer, constructor);
        ConstructorEmitter.WriteParameters(writer, $"{constructor.Accessibility} static {type} Rent", model, constructor, nullable);
        writer.Open();
        var guards = new GuardCall(model);
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.Guard != GuardKind.None)
            {
                writer.Line($"{CSharpIdentifier.Escape(parameter.Name)} = {guards.Wrap(parameter.Guard, CSharpIdentifier.Escape(parameter.Name), parameter.Name)};");
            }
        }

        var arguments = string.Join(", ", constructor.Parameters.Items.Select(static parameter => CSharpIdentifier.Escape(parameter.Name)));
        writer.Open($"if (!{Pool}<{type}>.TryTake(out var __rented))");
        writer.Line($"return new {type}({arguments});").Close().Line();
        writer.Line($"__rented.{LeaseField}.Begin();");
        writer.Line(model.Identity.DerivesFromDomainEvent
            ? "__rented.RenewIdentity();"
            : $"__rented.{IdentityEmitter.StampField} = {IdentityEmitter.Stamp}.Next();");
        foreach (var parameter in constructor.Parameters)
        {
            writer.Line($"__rented.{Field(parameter)} = {CSharpIdentifier.Escape(parameter.Name)};");
        }

        writer.Line("return __rented;").Close().Line();
    }

    private static void WriteReturn(SourceWriter writer, EventModel model)
    {
        writer.Line("/// <summary>Gives the event back to the pool, which keeps at most 100. It must not be used any more. Does nothing after <c>Detach</c>.</summary>");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">It has been given back already.</exception>");
        writer.WriteGeneratedAttributes();
        writer.Open("public void Return()");
        writer.Open($"if (!{LeaseField}.End({NameOf(model)}))").Line("return;").Close().Line();
        foreach (var property in model.PartialProperties)
        {
            writer.Line($"this.{PartialPropertyModel.FieldOf(property.Name)} = default{(property.HoldsPointer ? "" : "!")};");
        }

        // An event of a class derived from this one is none of this class to whoever rents the next.
        var type = model.Identifier + model.TypeParameters;
        writer.Line($"{(model.IsSealed ? "" : $"if (this.GetType() == typeof({type})) ")}{Pool}<{type}>.Put(this);").Close().Line();
    }

    private static void WriteDetach(SourceWriter writer, EventModel model)
    {
        writer.Line("/// <summary>Takes the event out of the pool's care, for who keeps it longer than the publish: <c>Return</c> then leaves it alone.</summary>");
        writer.Line("/// <returns>The event itself.</returns>");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">It has been given back already.</exception>");
        writer.WriteGeneratedAttributes();
        writer.Open($"public {model.Identifier}{model.TypeParameters} Detach()");
        writer.Line($"{LeaseField}.Detach({NameOf(model)});").Line("return this;").Close().Line();
    }

    private static string Check(EventModel model) => $"{LeaseField}.ThrowIfReturned({NameOf(model)});";

    private static string NameOf(EventModel model) => CSharpLiteral.String(model.EventType ?? model.Name);

    private static string Field(ParameterModel parameter) =>
        parameter.Field ?? PartialPropertyModel.FieldOf(CSharpIdentifier.Unescape(parameter.Property!));
}
