using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Dispatch.Model;

/// <summary>One row of a module: a handled type of a handler class, or a handler method.</summary>
internal sealed record HandlerModel
{
    /// <summary>The full name that breaks ties in the order, not escaped.</summary>
    public required string Name { get; init; }

    /// <summary>The event, base type or interface, fully qualified.</summary>
    public required string HandledType { get; init; }

    /// <summary>The class whose instance is called, fully qualified; <see langword="null"/> for static methods.</summary>
    public string? HandlerType { get; init; }

    public required HandlerOptions Options { get; init; }

    /// <summary>Whether <c>new</c> without arguments creates the class.</summary>
    public bool CanCreate { get; init; }

    /// <summary>The services without which the handler cannot run, fully qualified.</summary>
    public EquatableArray<string> Services { get; init; }

    /// <summary>Those of them that the method itself takes.</summary>
    public EquatableArray<RequiredService> MethodServices { get; init; }

    /// <summary>Whether the method takes services, optional ones included.</summary>
    public bool TakesServices { get; init; }

    public CallModel? Sync { get; init; }

    public CallModel? Async { get; init; }

    /// <summary>From where the row can be called.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>What a root may do with the row.</summary>
    public HandlerTraits Traits =>
        (Sync is null ? 0 : HandlerTraits.Sync)
        | (Async is null ? 0 : HandlerTraits.Async)
        | (HandlerType is null ? HandlerTraits.Static : 0)
        | (Options.ArePlain && Visibility != Visibility.Nested ? HandlerTraits.Direct : 0);
}

/// <summary>What <c>[DomainEventHandler]</c> says; the enumerations as their numbers.</summary>
internal readonly record struct HandlerOptions(int Order, int Lifetime, int Phase, bool Background, int OnError)
{
    /// <summary>Whether a publish simply calls the handler, in whichever phase of a unit of work. The rest is the runtime's to compose.</summary>
    public bool ArePlain => !Background && OnError == 0;
}

/// <summary>How a handler is called.</summary>
/// <param name="Receiver">The class of a static method, or the interface through which an instance must be called, fully qualified.</param>
/// <param name="Method">The method's name, escaped.</param>
/// <param name="Returns">What it returns.</param>
/// <param name="Arguments">What follows the event.</param>
internal sealed record CallModel(string? Receiver, string Method, CallReturns Returns, EquatableArray<ArgumentModel> Arguments);

/// <summary>An argument after the event.</summary>
/// <param name="Name">The parameter's name, escaped.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Type">The service's type, fully qualified.</param>
/// <param name="Key">The expression of the key under which it is asked for, or <see langword="null"/>.</param>
internal sealed record ArgumentModel(string Name, ArgumentSource Source, string Type, string? Key = null);

/// <summary>A service that a method cannot do without.</summary>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="Key">The expression of its key, or <see langword="null"/>.</param>
internal sealed record RequiredService(string Type, string? Key);

internal enum CallReturns
{
    Nothing,
    Task,
    ValueTask,
}

internal enum ArgumentSource
{
    Token,
    Service,

    /// <summary>A service that may be missing.</summary>
    OptionalService,
}

/// <summary>Who can name everything that a row or an event consists of.</summary>
internal enum Visibility
{
    Public,
    Internal,

    /// <summary>Only the inside of a type: it is nested there privately.</summary>
    Nested,
}
