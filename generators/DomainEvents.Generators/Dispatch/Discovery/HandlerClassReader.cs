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
            if (Create(type, (INamedTypeSymbol)pair.Key, pair.Value, construction) is { } finding)
            {
                findings.Add(finding);
            }
        }
    }

    /// <summary>A thunk hides the handler; only the event stands in its signature.</summary>
    public static Visibility ThunkVisibility(INamedTypeSymbol eventType, Reach reach) =>
        reach.Inside is null ? Reach.Of(eventType).Visibility : Visibility.Nested;

    private static HandlerFinding? Create(INamedTypeSymbol type, INamedTypeSymbol eventType, Declared declared, HandlerConstruction construction)
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
                : new CallModel(Receiver(type, declared.Sync, sync), "Handle", CallReturns.Nothing, EquatableArray<ArgumentModel>.Empty),
            Async = declared.Async is null
                ? null
                : new CallModel(Receiver(type, declared.Async, async), "HandleAsync", CallReturns.ValueTask, s_tokenOnly),
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
    /// The interface, where a call must go through it. Only a method that the class itself declares for the interface is sure to be the
    /// one that a call on the class means: explicit ones cannot be called so, and an inherited one may be hidden by an overload.
    /// </summary>
    private static string? Receiver(INamedTypeSymbol type, INamedTypeSymbol declared, IMethodSymbol? implementation) =>
        implementation is { ExplicitInterfaceImplementations.IsEmpty: true }
        && !ForbiddenTypes.IsError(implementation)
        && SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type)
            ? null
            : TypeNames.Qualified(declared);

    private readonly record struct Declared(INamedTypeSymbol? Sync, INamedTypeSymbol? Async);
}
