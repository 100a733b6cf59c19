using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>Finds methods marked <c>[DomainEventHandler]</c>. What cannot be a handler is skipped: an analyzer says why.</summary>
internal static class HandlerMethodReader
{
    public static void Read(INamedTypeSymbol type, ForbiddenTypes forbidden, List<HandlerFinding> findings)
    {
        if (!EventTypeFacts.IsClosed(type))
        {
            return;
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, IsAbstract: false } method
                && HandlerOptionsReader.Find(method) is { } attribute
                && !ForbiddenTypes.IsError(method)
                && !HandlerImplementations.IsImplementation(type, method)
                && Create(type, method, attribute, forbidden) is { } finding)
            {
                findings.Add(finding);
            }
        }
    }

    private static HandlerFinding? Create(INamedTypeSymbol type, IMethodSymbol method, AttributeData attribute, ForbiddenTypes forbidden)
    {
        if (!(method.IsStatic || EventTypeFacts.IsConcrete(type))
            || method.Parameters.IsEmpty
            || method.Parameters.Any(p => p.RefKind != RefKind.None || forbidden.Include(p.Type))
            || method.Parameters[0].Type is not INamedTypeSymbol eventType
            || !EventTypeFacts.IsEvent(eventType)
            || Returns(method) is not { } returns)
        {
            return null;
        }

        var reach = Reach.Of(method).And(Reach.Of(eventType));
        var arguments = new List<ArgumentModel>();
        foreach (var parameter in method.Parameters.Skip(1))
        {
            if (ServiceKey.Of(parameter, forbidden) is not { } key)
            {
                return null;
            }

            if (Argument(parameter, key) is not { } argument)
            {
                // An optional value that no container holds keeps its default.
                if (parameter.IsOptional)
                {
                    continue;
                }

                return null;
            }

            arguments.Add(argument);
            if (argument.Source != ArgumentSource.Token)
            {
                reach = reach.And(Reach.Of(parameter.Type)).And(key.Reach);
            }
        }

        var construction = method.IsStatic ? HandlerConstruction.None : HandlerConstruction.Of(type, forbidden);
        return reach.Exists ? Create(type, method, attribute, eventType, reach, construction, new CallModel(
            method.IsStatic ? TypeNames.Qualified(type) : null,
            CSharpIdentifier.Escape(method.Name),
            returns,
            new EquatableArray<ArgumentModel>(arguments))) : null;
    }

    private static HandlerFinding Create(
        INamedTypeSymbol type,
        IMethodSymbol method,
        AttributeData attribute,
        INamedTypeSymbol eventType,
        Reach reach,
        HandlerConstruction construction,
        CallModel call)
    {
        var methodServices = call.Arguments.Where(a => a.Source == ArgumentSource.Service).Select(a => new RequiredService(a.Type, a.Key)).ToList();
        var takesToken = call.Arguments.Any(a => a.Source == ArgumentSource.Token);
        var handledType = TypeNames.Qualified(eventType);
        var model = new HandlerModel
        {
            Name = TypeNames.Readable(type) + "." + method.Name,
            HandledType = handledType,
            HandlerType = method.IsStatic ? null : TypeNames.Qualified(type),
            Options = HandlerOptionsReader.OfMethod(attribute, type),
            CanCreate = construction.CanCreate,
            Services = new EquatableArray<string>(construction.Services.Items.Concat(methodServices.Select(s => s.Type)).Distinct()),
            MethodServices = new EquatableArray<RequiredService>(methodServices.Distinct()),
            TakesServices = call.Arguments.Any(a => a.Source != ArgumentSource.Token),
            Sync = call.Returns == CallReturns.Nothing ? call : null,

            // A void method that takes a token must get the publisher's.
            Async = call.Returns != CallReturns.Nothing || takesToken ? call : null,
            Visibility = HandlerClassReader.ThunkVisibility(eventType, reach),
        };
        var sortKey = handledType + " " + string.Join(",", method.Parameters.Select(p => TypeNames.Qualified(p.Type)));
        return new HandlerFinding(model, eventType, reach.Inside, sortKey);
    }

    private static ArgumentModel? Argument(IParameterSymbol parameter, ServiceKey key)
    {
        var name = CSharpIdentifier.Escape(parameter.Name);
        if (IsSystemType(parameter.Type, "CancellationToken", "Threading"))
        {
            return new ArgumentModel(name, ArgumentSource.Token, "");
        }

        if (parameter.IsParams || parameter.Type is not INamedTypeSymbol { TypeKind: not TypeKind.Error, IsRefLikeType: false } type || !EventTypeFacts.IsClosed(type))
        {
            return null;
        }

        var mayBeMissing = parameter.IsOptional || type.NullableAnnotation == NullableAnnotation.Annotated;
        if (mayBeMissing && !type.IsReferenceType)
        {
            return null;
        }

        return new ArgumentModel(name, mayBeMissing ? ArgumentSource.OptionalService : ArgumentSource.Service, TypeNames.Qualified(type), key.Expression);
    }

    private static CallReturns? Returns(IMethodSymbol method)
    {
        if (method.RefKind != RefKind.None)
        {
            return null;
        }

        if (method.ReturnsVoid)
        {
            return CallReturns.Nothing;
        }

        return IsSystemType(method.ReturnType, "Task", "Tasks") ? CallReturns.Task
            : IsSystemType(method.ReturnType, "ValueTask", "Tasks") ? CallReturns.ValueTask
            : null;
    }

    private static bool IsSystemType(ITypeSymbol type, string metadataName, string space) =>
        type is INamedTypeSymbol { ContainingType: null } && type.MetadataName == metadataName && type.ContainingNamespace.Name == space
        && type.ContainingNamespace.ToDisplayString().StartsWith("System.Threading", StringComparison.Ordinal);
}
