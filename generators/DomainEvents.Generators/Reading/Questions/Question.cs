using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;

namespace DomainEvents.Generators.Reading.Questions;

/// <summary>Something that text cannot decide, put so that equal questions of many events are one.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Surroundings">Where the names in the text mean what they mean to the asker; empty for questions about a key.</param>
/// <param name="Text">
/// A declaration of a dummy type named <see cref="DummyName"/>, the key of an event or aggregate whose own symbol is asked, or a namespace.
/// </param>
internal sealed record Question(QuestionKind Kind, Surroundings Surroundings, string Text)
{
    /// <summary>Stands in <see cref="Text"/> for the name of the dummy; numbered when questions are put together.</summary>
    public const string DummyName = "__DomainEventsQuestion";

    /// <summary>The surroundings of a question that is put without a dummy.</summary>
    public static readonly Surroundings Nowhere = new("", "", 0, "");

    private int _hash;

    /// <summary>Whether it is asked by means of a declaration of its own.</summary>
    public bool HasDummy => Surroundings.Depth > 0 || Kind is not (QuestionKind.Values or QuestionKind.OwnConstructor or QuestionKind.Home or QuestionKind.Aggregate);

    public bool Equals(Question? other) =>
        ReferenceEquals(this, other)
        || (other is not null && GetHashCode() == other.GetHashCode()
            && Kind == other.Kind && Text == other.Text && Surroundings == other.Surroundings);

    /// <summary>Kept: the texts are long and the question is looked up on every change.</summary>
    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            _hash = unchecked((((((int)Kind * 31) + Text.GetHashCode()) * 31) + Surroundings.GetHashCode()) | 1);
        }

        return _hash;
    }
}

internal enum QuestionKind
{
    /// <summary>Which known attribute is this? Answered by <see cref="AttributeAnswer"/>.</summary>
    Attribute,

    /// <summary>What do the expressions in the event's attribute amount to? Answered by <see cref="ValuesAnswer"/>.</summary>
    Values,

    /// <summary>What is this base type? Answered by <see cref="BaseAnswer"/>.</summary>
    Base,

    /// <summary>What is this member's type? Answered by <see cref="TypeAnswer"/>.</summary>
    Type,

    /// <summary>Has the user written the constructor that would be generated? Answered by <see cref="OwnConstructorAnswer"/>.</summary>
    OwnConstructor,

    /// <summary>Is the place of the class <c>EventTypes</c> taken? Answered by <see cref="HomeAnswer"/>.</summary>
    Home,

    /// <summary>What is generated for an aggregate? Answered by <see cref="AggregateAnswer"/>.</summary>
    Aggregate,
}

/// <summary>An event and what it needs to know of the compilation.</summary>
internal sealed record AskingEvent(Joining.EventParts Event, EquatableArray<Question> Questions);
