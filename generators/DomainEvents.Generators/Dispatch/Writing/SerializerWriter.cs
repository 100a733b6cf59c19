using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Dispatch.Serialization;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>Writes serializers, each into the event that it serves.</summary>
internal static class SerializerWriter
{
    private const string Text = "global::System.Text.Json.JsonEncodedText";
    private const string Json = "global::DomainEvents.CompilerServices.EventJson.";
    private const string Token = "global::System.Text.Json.JsonTokenType.";

    public static string HintFor(SerializerChunkModel chunk) => HintName.Create($"DomainEvents.Json{CSharpLiteral.Int32(chunk.Number)}", chunk.AssemblyName + chunk.Number);

    public static string Write(SerializerChunkModel chunk)
    {
        var writer = GeneratedFile.Start();
        foreach (var serializer in chunk.Serializers)
        {
            writer.Line();
            Write(writer, serializer);
        }

        return writer.ToString();
    }

    private static void Write(SourceWriter writer, SerializerModel serializer)
    {
        if (serializer.Namespace.Length > 0)
        {
            writer.Open($"namespace {serializer.Namespace}");
        }

        foreach (var declaration in serializer.Declarations)
        {
            writer.Open(declaration);
        }

        if (serializer.Properties.Any(static property => property.IsForbidden))
        {
            writer.Line("[global::System.Obsolete]");
        }

        writer.WriteGeneratedAttributes();
        writer.Open($"internal sealed class {serializer.ClassName} : global::DomainEvents.CompilerServices.EventSerializer<{serializer.EventClass}>");
        for (var i = 0; i < serializer.Properties.Count; i++)
        {
            writer.Line($"private static readonly {Text} {Name(i)} = {Text}.Encode({CSharpLiteral.String(serializer.Properties[i].JsonName)});");
        }

        var values = new JsonValueWriter();
        var body = new SourceWriter(writer.Level);
        WriteWrite(body, serializer, values);
        WriteRead(body, serializer, values);
        foreach (var field in values.Fields)
        {
            writer.Line(field);
        }

        writer.Line().Lines($$"""
            public {{serializer.ClassName}}()
                : base({{CSharpLiteral.String(serializer.EventType)}}, {{CSharpLiteral.Int32(serializer.Version)}})
            {
            }

            """);
        writer.Append(body).Close();
        foreach (var declaration in serializer.Declarations)
        {
            writer.Close();
        }

        if (serializer.Namespace.Length > 0)
        {
            writer.Close();
        }
    }

    private static void WriteWrite(SourceWriter writer, SerializerModel serializer, JsonValueWriter values)
    {
        writer.Open($"protected override void Write(global::System.Text.Json.Utf8JsonWriter writer, {serializer.EventClass} domainEvent, global::System.Text.Json.JsonSerializerOptions options)");
        writer.Line("writer.WriteStartObject();");
        for (var i = 0; i < serializer.Properties.Count; i++)
        {
            var property = serializer.Properties[i];
            if (property.Condition == JsonCondition.Never)
            {
                continue;
            }

            var expression = Member(property, "domainEvent");
            if (property.Condition != JsonCondition.Always)
            {
                writer.Open(property.Condition == JsonCondition.NotNull
                    ? $"if ((object?){expression} is not null)"
                    : $"if (!global::System.Collections.Generic.EqualityComparer<{property.Value.Type}>.Default.Equals({expression}, default!))");
            }

            if (JsonValueWriter.Property(property.Value, Name(i), expression) is { } statement)
            {
                writer.Line(statement);
            }
            else
            {
                writer.Line($"writer.WritePropertyName({Name(i)});").Line(values.Write(property.Value, expression, depth: i * 10));
            }

            if (property.Condition != JsonCondition.Always)
            {
                writer.Close();
            }
        }

        writer.Line("writer.WriteEndObject();").Close().Line();
    }

    private static void WriteRead(SourceWriter writer, SerializerModel serializer, JsonValueWriter values)
    {
        writer.Open($"protected override {serializer.EventClass} Read(ref global::System.Text.Json.Utf8JsonReader reader, global::System.Text.Json.JsonSerializerOptions options)");
        writer.Line($"{Json}Expect(ref reader, {Token}StartObject, this.EventType);");
        for (var i = 0; i < serializer.Properties.Count; i++)
        {
            var property = serializer.Properties[i];
            if (property.Target != JsonTarget.None)
            {
                writer.Line($"{property.Value.Type} {Value(i)} = {property.Default ?? "default!"};");
                if (IsRead(property) && NeedsPresence(property))
                {
                    writer.Line($"var {Has(i)} = false;");
                }
            }
        }

        writer.Open("while (true)").Line($"{Json}Advance(ref reader);");
        writer.Open($"if (reader.TokenType == {Token}EndObject)").Line("break;").Close().Line();
        WriteProperties(writer, serializer, values);
        writer.Close().Line();
        for (var i = 0; i < serializer.Properties.Count; i++)
        {
            if (serializer.Properties[i] is { Default: null, KeepsInitial: false } property && IsRead(property))
            {
                writer.Open($"if (!{Has(i)})").Line($"throw {Json}Missing({CSharpLiteral.String(property.JsonName)}, this.EventType);").Close().Line();
            }
        }

        WriteResult(writer, serializer);
        writer.Close();
    }

    private static void WriteProperties(SourceWriter writer, SerializerModel serializer, JsonValueWriter values)
    {
        var keyword = "if";
        for (var i = 0; i < serializer.Properties.Count; i++)
        {
            var property = serializer.Properties[i];
            if (!IsRead(property))
            {
                continue;
            }

            var name = JsonName.IsPlain(property.JsonName) ? $"{Name(i)}.EncodedUtf8Bytes" : CSharpLiteral.String(property.JsonName);
            writer.Open($"{keyword} (reader.ValueTextEquals({name}))");
            writer.Line($"{Json}Advance(ref reader);").Line($"{Value(i)} = {values.Read(property.Value)};");
            if (NeedsPresence(property))
            {
                writer.Line($"{Has(i)} = true;");
            }

            writer.Close();
            keyword = "else if";
        }

        if (keyword == "if")
        {
            writer.Line($"{Json}Advance(ref reader);").Line($"{Json}Skip(ref reader);");
        }
        else
        {
            writer.Open("else").Line($"{Json}Advance(ref reader);").Line($"{Json}Skip(ref reader);").Close();
        }
    }

    /// <summary>What the JSON does not hold and an object initialiser would overwrite is taken from an event made without it.</summary>
    private static void WriteResult(SourceWriter writer, SerializerModel serializer)
    {
        var numbers = Enumerable.Range(0, serializer.Properties.Count).ToList();
        var kept = numbers.Where(i => serializer.Properties[i] is { Target: JsonTarget.Initializer, KeepsInitial: true } property && IsRead(property)).ToList();
        var creation = $"new {serializer.EventClass}({string.Join(", ", serializer.Arguments.Select(Value))})";
        if (kept.Count > 0)
        {
            var required = numbers.Where(i => serializer.Properties[i] is { Target: JsonTarget.Initializer, KeepsInitial: false }).ToList();
            writer.Open($"if (!({string.Join(" && ", kept.Select(Has))}))").Line($"var initial = {creation}{Initializer(serializer, required)};");
            foreach (var i in kept)
            {
                writer.Line($"{Value(i)} = {Has(i)} ? {Value(i)} : {Member(serializer.Properties[i], "initial")}!;");
            }

            writer.Close().Line();
        }

        var initialized = numbers.Where(i => serializer.Properties[i].Target == JsonTarget.Initializer).ToList();
        var set = numbers.Where(i => serializer.Properties[i].Target == JsonTarget.Setter).ToList();
        if (set.Count == 0)
        {
            writer.Line($"return {creation}{Initializer(serializer, initialized)};");
            return;
        }

        writer.Line($"var domainEvent = {creation}{Initializer(serializer, initialized)};");
        foreach (var i in set)
        {
            var property = serializer.Properties[i];
            writer.Line(property.KeepsInitial
                ? $"domainEvent.{property.Member} = {Has(i)} ? {Value(i)} : {Member(property, "domainEvent")}!;"
                : $"domainEvent.{property.Member} = {Value(i)};");
        }

        writer.Line("return domainEvent;");
    }

    private static string Initializer(SerializerModel serializer, IReadOnlyList<int> numbers) => numbers.Count == 0
        ? ""
        : $" {{ {string.Join(", ", numbers.Select(i => $"{serializer.Properties[i].Member} = {Value(i)}"))} }}";

    private static bool IsRead(JsonPropertyModel property) => property is { Target: not JsonTarget.None, Condition: not JsonCondition.Never };

    private static bool NeedsPresence(JsonPropertyModel property) => property.KeepsInitial || property.Default is null;

    private static string Member(JsonPropertyModel property, string target) =>
        property.Interface is { } contract ? $"(({contract}){target}).{property.Member}" : $"{target}.{property.Member}";

    private static string Name(int number) => "s_name" + CSharpLiteral.Int32(number);

    private static string Value(int number) => "value" + CSharpLiteral.Int32(number);

    private static string Has(int number) => "has" + CSharpLiteral.Int32(number);
}
