using System.Diagnostics.CodeAnalysis;
using DomainEvents.CompilerServices;
using DomainEvents.Hosting.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Hosting.Startup;

/// <summary>
/// Compares what the handlers of a table declare with what a container holds. It finds what <c>ValidateOnBuild</c> cannot see: services
/// that handler methods take, and handlers registered by hand with another lifetime than they declare.
/// </summary>
internal sealed class ContainerCheck : IHandlerServiceRegistry
{
    private readonly Dictionary<Type, ServiceLifetime> _lifetimes;
    private readonly IServiceProviderIsService? _isService;
    private readonly IServiceProviderIsKeyedService? _isKeyedService;
    private readonly bool _knowsKeys;
    private readonly List<string> _problems = [];

    private ContainerCheck(IServiceProvider services)
    {
        _lifetimes = services.GetRequiredService<ContainerDescription>().ReadLifetimes();
        _isService = services.GetService<IServiceProviderIsService>();
        _isKeyedService = services.GetService<IServiceProviderIsKeyedService>();
        _knowsKeys = services is IKeyedServiceProvider;
    }

    /// <summary>Throws one exception that names every problem.</summary>
    /// <exception cref="InvalidOperationException">A handler could not run, or would live longer or shorter than it declares.</exception>
    public static void Run(HandlerTable table, IServiceProvider services)
    {
        var check = new ContainerCheck(services);
        table.AddServices(check);
        check.ThrowIfAny();
    }

    public void AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        HandlerLifetime lifetime)
        where THandler : class
    {
        var declared = lifetime.ToServiceLifetime();
        if (!_lifetimes.TryGetValue(typeof(THandler), out var registered))
        {
            _problems.Add(
                $"Handler '{typeof(THandler)}' is not registered. Its table was set in the options without being registered: " +
                "call AddDomainEvents in the project that has the handler.");
        }
        else if (registered != declared)
        {
            _problems.Add(
                $"Handler '{typeof(THandler)}' is declared {declared} and registered {registered}. Remove the registration, " +
                $"or declare [DomainEventHandler(Lifetime = HandlerLifetime.{registered})].");
        }
    }

    public void Require(Type service, string handlerName)
    {
        // A container that cannot tell what it holds is given the benefit of the doubt: the handler's first call will tell.
        if (_isService?.IsService(service) == false)
        {
            _problems.Add($"Handler '{handlerName}' takes '{service}', which is not registered.");
        }
    }

    public void RequireKeyed(Type service, object key, string handlerName)
    {
        if (!_knowsKeys)
        {
            _problems.Add(
                $"Handler '{handlerName}' takes '{service}' with the key '{key}', and this container knows no keyed services: " +
                "use one that does, or take the service without a key.");
        }
        else if (_isKeyedService?.IsKeyedService(service, key) == false)
        {
            _problems.Add($"Handler '{handlerName}' takes '{service}' with the key '{key}', which is not registered.");
        }
    }

    private void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new InvalidOperationException(
                "The container does not fit the domain event handlers." + string.Concat(_problems.Select(problem => "\n- " + problem)));
        }
    }
}
