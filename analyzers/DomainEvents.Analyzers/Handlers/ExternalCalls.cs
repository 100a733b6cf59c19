using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>Types whose methods reach another system: web, mail, remote calls, brokers.</summary>
internal static class ExternalCalls
{
    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "System.Net.Http.HttpMessageInvoker",
        "System.Net.Mail.SmtpClient",
        "MailKit.IMailTransport",
        "Grpc.Core.ClientBase",
        "Microsoft.AspNetCore.SignalR.IClientProxy",
        "Microsoft.AspNetCore.SignalR.Client.HubConnection",
        "RabbitMQ.Client.IModel",
        "RabbitMQ.Client.IChannel",
        "Confluent.Kafka.IProducer",
        "Azure.Messaging.ServiceBus.ServiceBusSender",
        "Amazon.SimpleNotificationService.IAmazonSimpleNotificationService",
        "Amazon.SQS.IAmazonSQS",
        "MassTransit.IPublishEndpoint",
        "MassTransit.ISendEndpoint",
        "NServiceBus.IMessageSession",
        "Rebus.Bus.IBus",
    };

    // What only sets a client up or ends it.
    private static readonly string[] s_local = ["Dispose", "DisposeAsync", "CancelPendingRequests", "ToString", "Equals", "GetHashCode", "GetType", "CreateBasicProperties"];

    /// <summary>Whether a name looks like one of a call to elsewhere: such methods are asynchronous, or send.</summary>
    public static bool MayBe(string method) =>
        method.EndsWith("Async", StringComparison.Ordinal) || method is "Send" or "Publish" or "Produce" or "BasicPublish";

    /// <summary>The type that a call reaches another system by, or <see langword="null"/>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="others">Full names of types beside the known ones.</param>
    public static ITypeSymbol? Find(IInvocationOperation call, IReadOnlyCollection<string> others)
    {
        if (s_local.Contains(call.TargetMethod.Name, StringComparer.Ordinal))
        {
            return null;
        }

        var type = call.Instance?.Type ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? Receiver(call) : call.TargetMethod.ContainingType);
        return type is not null && (Is(type, others) || BasesOf(type).Any(candidate => Is(candidate, others))) ? type : null;
    }

    private static ITypeSymbol? Receiver(IInvocationOperation call) => Symbols.RuntimeCalls.WithoutConversion(call.Arguments[0].Value).Type;

    private static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var declared in type.AllInterfaces)
        {
            yield return declared;
        }
    }

    private static bool Is(ITypeSymbol type, IReadOnlyCollection<string> others)
    {
        var name = (type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." : "") + type.Name;
        return s_types.Contains(name) || others.Contains(name, StringComparer.Ordinal);
    }
}
