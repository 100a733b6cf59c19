using DomainEvents.CompilerServices;

namespace DomainEvents.Hosting.Tests.HandWritten;

/// <summary>A module as the generator writes one for an assembly, with the handlers that a test gives it.</summary>
public sealed class HandWrittenModule(string assemblyName, params HandWrittenHandler[] handlers) : HandlerModule
{
    public override string AssemblyName => assemblyName;

    public override Type[] DescribeEvents() => [typeof(OrderPlaced), typeof(OrderShipped)];

    public override HandlerDescriptor[] DescribeHandlers() => [.. handlers.Select(handler => handler.Descriptor)];

    public override void AddServices(IHandlerServiceRegistry services)
    {
        foreach (var handler in handlers)
        {
            handler.AddServices(services);
        }
    }

    /// <summary>A table of one module with these handlers.</summary>
    public static HandlerTable Table(params HandWrittenHandler[] handlers) => Table("Shop", handlers);

    /// <summary>A table of one module with these handlers.</summary>
    public static HandlerTable Table(string assemblyName, params HandWrittenHandler[] handlers) =>
        new([new HandWrittenModule(assemblyName, handlers)], () => []);
}
