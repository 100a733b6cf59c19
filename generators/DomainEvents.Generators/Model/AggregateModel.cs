namespace DomainEvents.Generators.Model;

/// <summary>A class that raises events, with everything that its generated part depends on.</summary>
/// <param name="Key">Namespace, containers and name with arities. Unique in a compilation.</param>
/// <param name="Opening">Namespace and containing types, each opened.</param>
/// <param name="Identifier">The name as it must be written.</param>
/// <param name="Name">The name itself.</param>
/// <param name="TypeParameters"><c>&lt;T, U&gt;</c> or empty.</param>
/// <param name="IsSealed">Whether nobody derives from it.</param>
/// <param name="Members">What is generated.</param>
internal sealed record AggregateModel(
    string Key, string Opening, string Identifier, string Name, string TypeParameters, bool IsSealed, AggregateMembers Members);

/// <summary>What the generated part of an aggregate holds.</summary>
[Flags]
internal enum AggregateMembers
{
    /// <summary>Nothing: the class is none of ours, cannot have a part, or a base of it has all of it.</summary>
    None = 0,

    /// <summary>The buffer and the property <c>DomainEvents</c>.</summary>
    Buffer = 1,

    /// <summary>The property is the interface's alone: something else has its name.</summary>
    ExplicitProperty = 2,

    /// <summary>The method <c>Raise</c>.</summary>
    Raise = 4,

    /// <summary>The method takes the place of a base's.</summary>
    HidesRaise = 8,
}
