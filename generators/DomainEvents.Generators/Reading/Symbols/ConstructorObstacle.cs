namespace DomainEvents.Generators.Reading.Symbols;

/// <summary>Why an event that should have a generated constructor cannot have one.</summary>
internal enum ConstructorObstacle
{
    /// <summary>Nothing: there is one, or none is wanted, or the compiler says what is wrong.</summary>
    None,

    /// <summary>The base has no constructor that it could call, or several of which none is without parameters.</summary>
    BaseConstructor,

    /// <summary>Two values would be parameters of one name.</summary>
    ParameterNames,

    /// <summary>The compiler would take a record's constructor with its own type for the one that copies.</summary>
    CopyConstructor,
}
