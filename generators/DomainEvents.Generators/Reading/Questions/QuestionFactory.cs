using DomainEvents.Generators.Reading.Parts;

namespace DomainEvents.Generators.Reading.Questions;

/// <summary>
/// Puts questions as declarations in the asker's surroundings: the compiler's own rules then say what a name means, whatever usings,
/// aliases and nested types there are.
/// </summary>
internal static class QuestionFactory
{
    public static Question Attribute(TypePart part, AttributeUse use) =>
        new(QuestionKind.Attribute, part.Surroundings, $"[{use.Name}] class {Question.DummyName} {{ }}");

    /// <summary>Asked from within the event: an attribute on a member may be a nested type's.</summary>
    public static Question MemberAttribute(TypePart part, AttributeUse use) =>
        new(QuestionKind.Attribute, part.Surroundings, Inside(part, $"[{use.Name}] class {Question.DummyName} {{ }}"));

    /// <summary>Asked of the event's own symbol: a private constant of the event may stand in its attribute.</summary>
    public static Question Values(string key) => new(QuestionKind.Values, Question.Nowhere, key);

    /// <summary>The dummy has the asker's accessibility and constraints, for they decide what of the base it may use.</summary>
    public static Question Base(TypePart part, string accessibility)
    {
        var constraints = part.ConstraintClauses.Length == 0 ? "" : " " + part.ConstraintClauses;
        return new Question(
            QuestionKind.Base,
            part.Surroundings,
            $"{accessibility} {part.Keyword} {Question.DummyName}{part.TypeParameters} : {part.BaseType}{constraints} {{ }}".TrimStart());
    }

    /// <summary>Asked from within the event: nested types, inherited ones and type parameters are in scope.</summary>
    public static Question Type(TypePart part, MemberPart member, bool nullableEnabled) => new(
        QuestionKind.Type,
        part.Surroundings,
        Inside(part, $$"""
            unsafe class {{Question.DummyName}} {
            #nullable {{(nullableEnabled ? "enable" : "disable")}}
            {{member.Type}} Member;
            }
            """));

    public static Question OwnConstructor(string key) => new(QuestionKind.OwnConstructor, Question.Nowhere, key);

    /// <summary>Asked once, beside the questions of the events.</summary>
    public static Question Home(string @namespace) => new(QuestionKind.Home, Question.Nowhere, @namespace);

    public static Question Aggregate(string key) => new(QuestionKind.Aggregate, Question.Nowhere, key);

    private static string Inside(TypePart part, string declaration) =>
        $"partial {part.Keyword} {part.Identifier}{part.TypeParameters} {{ {declaration} }}";
}
