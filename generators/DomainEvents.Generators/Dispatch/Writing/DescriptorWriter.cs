using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>Writes what a handler is to the runtime and to the container.</summary>
internal static class DescriptorWriter
{
    /// <summary>Writes the initialiser of a descriptor, from <c>new</c> to the closing brace.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="row">The number of its thunks, or <see langword="null"/> where it has none and is called in place.</param>
    /// <param name="before">What stands before <c>new</c> on its line.</param>
    /// <param name="after">What follows the closing brace.</param>
    public static void WriteDescriptor(this SourceWriter writer, HandlerModel handler, int? row, string before, string after)
    {
        writer.Open(before + "new global::DomainEvents.CompilerServices.HandlerDescriptor");
        writer.Line($"HandledType = typeof({handler.HandledType}),");
        writer.Line($"Name = {CSharpLiteral.String(handler.Name)},");
        if (handler.HandlerType is not null)
        {
            writer.Line($"HandlerType = typeof({handler.HandlerType}),");
        }

        WriteOptions(writer, handler);
        if (handler.CanCreate)
        {
            writer.Line($"Create = static () => new {handler.HandlerType}(),");
        }

        if (handler.Services.Count > 0)
        {
            writer.Line($"Services = new global::System.Type[] {{ {string.Join(", ", handler.Services.Select(s => $"typeof({s})"))} }},");
        }

        if (handler.TakesServices)
        {
            writer.Line("TakesServices = true,");
        }

        WriteCalls(writer, handler, row);
        writer.Close("}" + after);
    }

    /// <summary>Writes the registrations of handlers, each class once.</summary>
    public static void WriteServices(this SourceWriter writer, EquatableArray<HandlerModel> handlers)
    {
        var classes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handler in handlers)
        {
            if (handler.HandlerType is not null && classes.Add(handler.HandlerType))
            {
                writer.Line($"services.AddHandler<{handler.HandlerType}>({Lifetime(handler.Options.Lifetime)});");
            }
        }

        foreach (var handler in handlers)
        {
            foreach (var service in handler.MethodServices)
            {
                var name = CSharpLiteral.String(handler.Name);
                writer.Line(service.Key is { } key
                    ? $"services.RequireKeyed(typeof({service.Type}), {key}, {name});"
                    : $"services.Require(typeof({service.Type}), {name});");
            }
        }
    }

    /// <summary>Whether <see cref="WriteServices"/> writes anything.</summary>
    public static bool HasServices(EquatableArray<HandlerModel> handlers) =>
        handlers.Any(h => h.HandlerType is not null || h.MethodServices.Count > 0);

    private static void WriteOptions(SourceWriter writer, HandlerModel handler)
    {
        var options = handler.Options;
        if (options.Order != 0)
        {
            writer.Line($"Order = {CSharpLiteral.Int32(options.Order)},");
        }

        if (options.Lifetime != 0)
        {
            writer.Line($"Lifetime = {Lifetime(options.Lifetime)},");
        }

        if (options.Phase != 0)
        {
            writer.Line($"Phase = {EnumValue("HandlerPhase", options.Phase, "AfterCommit", "InTransaction")},");
        }

        if (options.Background)
        {
            writer.Line("Background = true,");
        }

        if (options.OnError != 0)
        {
            writer.Line($"OnError = {EnumValue("HandlerErrorPolicy", options.OnError, "Propagate", "LogAndContinue")},");
        }
    }

    private static void WriteCalls(SourceWriter writer, HandlerModel handler, int? row)
    {
        var domainEvent = $"({handler.HandledType})domainEvent";
        if (handler.Sync is not null)
        {
            var body = row is { } number ? $"Invoke{CSharpLiteral.Int32(number)}(handler, {domainEvent}, services)" : HandlerCallWriter.Sync(handler, domainEvent);
            writer.Line($"Invoke = static (handler, domainEvent, services) => {body},");
        }

        if (handler.Async is not null)
        {
            var body = row is { } number
                ? $"InvokeAsync{CSharpLiteral.Int32(number)}(handler, {domainEvent}, services, cancellationToken)"
                : HandlerCallWriter.Async(handler, domainEvent);
            writer.Line($"InvokeAsync = static (handler, domainEvent, services, cancellationToken) => {body},");
        }
    }

    private static string Lifetime(int value) => EnumValue("HandlerLifetime", value, "Scoped", "Singleton", "Transient");

    private static string EnumValue(string type, int value, params string[] names) =>
        value >= 0 && value < names.Length ? $"global::DomainEvents.{type}.{names[value]}" : $"(global::DomainEvents.{type})({CSharpLiteral.Int32(value)})";
}
