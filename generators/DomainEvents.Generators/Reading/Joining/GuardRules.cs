using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>Decides which check a member's value passes.</summary>
internal static class GuardRules
{
    public static GuardKind Decide(JoinedEvent joined, EventFacts facts, TypePart part, MemberPart member, TypeAnswer? answer)
    {
        var attributes = KnownAttributes.None;
        foreach (var (attribute, question) in facts.MemberAttributes(part, member))
        {
            attributes |= question is null ? attribute : joined.Find<AttributeAnswer>(question)?.Attribute ?? KnownAttributes.None;
        }

        // A type that does not resolve is still the nullable one that its text says.
        var shape = answer is { FullName: not null } || member.Shape == TypeShape.Unknown ? answer?.Shape ?? TypeShape.Named : member.Shape;
        if ((attributes & KnownAttributes.AllowNull) != 0)
        {
            return GuardKind.None;
        }

        if ((attributes & KnownAttributes.NotDefault) != 0)
        {
            return NotDefault(shape, member, answer);
        }

        return shape switch
        {
            TypeShape.Dynamic => GuardKind.RequiredObject,
            TypeShape.Named => (attributes & KnownAttributes.AllowBlank) != 0 ? GuardKind.NotNull : GuardKind.Required,
            _ => GuardKind.None,
        };
    }

    /// <summary>A nullable value may be absent, and must not be the default where it is there; a nullable reference is never checked.</summary>
    private static GuardKind NotDefault(TypeShape shape, MemberPart member, TypeAnswer? answer) => shape switch
    {
        TypeShape.Pointer => GuardKind.None,
        TypeShape.Dynamic => GuardKind.RequiredObject,
        TypeShape.Nullable when member.IsPredefined => member.Type is "string?" or "object?" ? GuardKind.None : GuardKind.NotDefault,
        TypeShape.Nullable => answer is { IsNullableValue: true } ? GuardKind.NotDefault : GuardKind.None,
        _ => GuardKind.NotDefault,
    };
}
