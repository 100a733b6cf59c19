using System.Text;
using DomainEvents.Generators.Dispatch.Model;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>Writes the call of a handler, over the names <c>handler</c>, <c>services</c> and <c>cancellationToken</c>.</summary>
internal static class HandlerCallWriter
{
    private const string Services = "global::DomainEvents.CompilerServices.HandlerServices";

    /// <summary>The body of a synchronous form.</summary>
    public static string Sync(HandlerModel handler, string domainEvent) => Call(handler, handler.Sync!, domainEvent, "default");

    /// <summary>The body of an asynchronous form; a void method needs a block.</summary>
    public static string Async(HandlerModel handler, string domainEvent)
    {
        var call = Call(handler, handler.Async!, domainEvent, "cancellationToken");
        return handler.Async!.Returns switch
        {
            CallReturns.Task => $"new global::System.Threading.Tasks.ValueTask({call})",
            CallReturns.ValueTask => call,
            _ => $$"""{ {{call}}; return default; }""",
        };
    }

    private static string Call(HandlerModel handler, CallModel call, string domainEvent, string token)
    {
        var result = new StringBuilder(Receiver(handler, call)).Append('.').Append(call.Method).Append('(').Append(domainEvent);
        foreach (var argument in call.Arguments)
        {
            result.Append(", ");
            if (argument.Name.Length > 0)
            {
                result.Append(argument.Name).Append(": ");
            }

            result.Append(Value(argument, token));
        }

        return result.Append(')').ToString();
    }

    private static string Receiver(HandlerModel handler, CallModel call)
    {
        if (handler.HandlerType is null)
        {
            return call.Receiver!;
        }

        var instance = $"{Services}.Resolve<{handler.HandlerType}>(handler, services)";
        return call.Receiver is null ? instance : $"(({call.Receiver}){instance})";
    }

    private static string Value(ArgumentModel argument, string token) => argument switch
    {
        { Source: ArgumentSource.Token } => token,
        { Key: { } key } => Keyed(argument, key),
        { Source: ArgumentSource.Service } => $"{Services}.Get<{argument.Type}>(services)",
        _ => $"({argument.Type}?)services?.GetService(typeof({argument.Type}))",
    };

    /// <summary>The runtime knows no container: which interface answers to keys is said here, where the attribute is known.</summary>
    private static string Keyed(ArgumentModel argument, string key)
    {
        const string Provider = "global::Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider";
        var method = argument.Source == ArgumentSource.Service ? "GetKeyed" : "FindKeyed";
        return $"{Services}.{method}<{argument.Type}, {Provider}>(services, {key}, static (provider, type, key) => provider.GetKeyedService(type, key))";
    }
}
