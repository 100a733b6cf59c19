using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>Finds what a class handles through the handler interfaces, its own or inherited.</summary>
internal static class HandlerClassReader
{
    private static readonly EquatableArray<ArgumentModel> s_tokenOnly = new([new ArgumentModel("", ArgumentSource.Token, "")]);

    public static void Read(INamedTypeSymbol type, ForbiddenTypes forbidden, List<HandlerFinding> findings)
    {
        if (!EventTypeFacts.IsConcrete(type))
        {
            return;
        }

        var handled = new Dictionary<ISymbol, Declared>(SymbolEqualityComparer.Default);
        foreach (var declared in type.AllInterfaces)
        {
            var isSync = RuntimeTypes.IsSyncHandler(declared);
            if ((isSync || RuntimeTypes.IsAsyncHandler(declared))
                && declared.TypeArguments[0] is INamedTypeSymbol eventType
                && EventTypeFacts.IsEvent(eventType)
                && !forbidden.Include(eventType))
            {
                handled.TryGetValue(eventType, out var already);
                handled[eventType] = isSync ? already with { Sync = declared } : already with { Async = declared };
            }
        }

        if (handled.Count == 0)
        {
            return;
        }

        var construction = HandlerConstruction.Of(type, forbidden);
        foreach (var pair in handled)
        {
            if (Create(type, (INamedTypeSymbol)pair.Key, pair.Value, construction, forbidden) is { } finding)
            {
                findings.Add(finding);
            }
        }
    }

    /// <summary>A thunk hides the handler; only the event stands in its signature.</summary>
    public static Visibility ThunkVisibility(INamedTypeSymbol eventType, Reach reach) =>
        reach.Inside is null ? Reach.Of(eventType).Visibility : Visibility.Nested;

    private static HandlerFinding? Create(
        INamedTypeSymbol type, INamedTypeSymbol eventType, Declared declared, HandlerConstruction construction, ForbiddenTypes forbidden)
    {
        var reach = Reach.Of(type).And(Reach.Of(eventType));
        if (!reach.Exists)
        {
            return null;
        }

        var sync = declared.Sync is null ? null : HandlerImplementations.Find(type, declared.Sync);
        var async = declared.Async is null ? null : HandlerImplementations.Find(type, declared.Async);
        var handledType = TypeNames.Qualified(eventType);
        var model = new HandlerModel
        {
            Name = TypeNames.Readable(type),
            HandledType = handledType,
            HandlerType = TypeNames.Qualified(type),
            Options = Options(type, sync, async),
            CanCreate = construction.CanCreate,
            Services = construction.Services,
            Sync = declared.Sync is null
                ? null
                : new CallModel(Receiver(type, declared.Sync, sync, reach, forbidden), "Handle", CallReturns.Nothing, EquatableArray<ArgumentModel>.Empty),
            Async = declared.Async is null
                ? null
                : new CallModel(Receiver(type, declared.Async, async, reach, forbidden), "HandleAsync", CallReturns.ValueTask, s_tokenOnly),
            Visibility = ThunkVisibility(eventType, reach),
        };
        return new HandlerFinding(model, eventType, reach.Inside, handledType);
    }

    private static HandlerOptions Options(INamedTypeSymbol type, IMethodSymbol? sync, IMethodSymbol? async)
    {
        var attribute = (sync is null ? null : HandlerOptionsReader.Find(sync)) ?? (async is null ? null : HandlerOptionsReader.Find(async));
        return attribute is null ? HandlerOptionsReader.OfClass(type) : HandlerOptionsReader.OfMethod(attribute, type);
    }

    /// <summary>
    /// The type through which the call goes, where that is not the class itself: the base that declares the method, because the class
    /// may have an overload that hides it; the interface, for what cannot be called by name. The interface is second
    /// choice: it is contravariant, and of a class that inherits one handler interface and declares another for a base of the event, the
    /// runtime calls the nearer one.
    /// </summary>
    private static string? Receiver(
        INamedTypeSymbol type, INamedTypeSymbol declared, IMethodSymbol? implementation, Reach reach, ForbiddenTypes forbidden)
    {
        if (implementation is not { ExplicitInterfaceImplementations.IsEmpty: true, ContainingType.TypeKind: TypeKind.Class })
        {
            return TypeNames.Qualified(declared);
        }

        var method = implementation;
        while (method.OverriddenMethod is { } overridden)
        {
            // Overload resolution looks for a method where it is declared, not where it is overridden.
            method = overridden;
        }

        if (ForbiddenTypes.IsError(method))
        {
            return TypeNames.Qualified(declared);
        }

        var declaring = method.ContainingType;
        if (SymbolEqualityComparer.Default.Equals(declaring, type))
        {
            return null;
        }

        var canName = Reach.Of(declaring) is { Exists: true } reachOfBase
            && (reachOfBase.Inside is null || SymbolEqualityComparer.Default.Equals(reachOfBase.Inside, reach.Inside))
            && !forbidden.Include(declaring);
        return TypeNames.Qualified(canName ? declaring : declared);
    }

    private readonly record struct Declared(INamedTypeSymbol? Sync, INamedTypeSymbol? Async);
}
