using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>One event as its text says, and the questions that its text leaves open: the same before and after they are answered.</summary>
internal sealed class EventFacts
{
    private readonly EventParts _event;
    private readonly ReadingContext _context;
    private readonly IdentityMembers _explicit;

    public EventFacts(EventParts source, ReadingContext context)
    {
        _event = source;
        _context = context;
        foreach (var part in source.Parts)
        {
            Modifiers |= part.Modifiers;
            Declared |= part.Declared;
            Overridden |= part.Overridden;
            _explicit |= part.Explicit;
            HasParameterList |= part.HasParameterList;
            HasConstructor |= part.Constructors.Count > 0;
        }

        Home = FindHome();
    }

    public string Key => _event.Key;

    public EquatableArray<TypePart> Parts => _event.Parts;

    /// <summary>The part under whose usings the generated part stands.</summary>
    public TypePart Home { get; }

    public TypeModifiers Modifiers { get; }

    public IdentityMembers Declared { get; }

    public IdentityMembers Overridden { get; }

    public bool HasParameterList { get; }

    /// <summary>Whether the user has written any instance constructor.</summary>
    public bool HasConstructor { get; }

    public bool IsRecord => Home.Keyword == "record";

    public bool Is(TypeModifiers modifier) => (Modifiers & modifier) != 0;

    /// <summary>Whether a part may be generated at all, whatever the compilation says.</summary>
    public bool CanBeGenerated()
    {
        foreach (var part in Parts)
        {
            if (part.IsUnreachable || part.Keyword != Home.Keyword)
            {
                return false;
            }
        }

        return Home.Keyword is "class" or "record" && !Is(TypeModifiers.Static) && !Is(TypeModifiers.File);
    }

    /// <summary>The accessibility that the user wrote on any part.</summary>
    public string Accessibility()
    {
        foreach (var part in Parts)
        {
            if (part.Accessibility.Length > 0)
            {
                return part.Accessibility;
            }
        }

        return "";
    }

    public bool NullableAt(bool? enabled) => enabled ?? _context.NullableByDefault;

    /// <summary>The attributes called like <c>[DomainEvent]</c>, each with the question whether it is ours where that is open.</summary>
    public IEnumerable<(AttributeUse Use, Question? IsOurs)> EventAttributes()
    {
        foreach (var part in Parts)
        {
            foreach (var use in part.Attributes)
            {
                if (_context.MayBe(use, KnownAttributes.DomainEvent))
                {
                    yield return (use, _context.IsUncertain(use) ? QuestionFactory.Attribute(part, use) : null);
                }
            }
        }
    }

    /// <summary>The known attributes of a member, each with the question whether it is what its name says.</summary>
    public IEnumerable<(KnownAttributes Attribute, Question? Question)> MemberAttributes(TypePart part, MemberPart member)
    {
        foreach (var use in member.Attributes)
        {
            if (_context.NamedLike(use) is var attribute and not (KnownAttributes.None or KnownAttributes.DomainEvent))
            {
                yield return (attribute, _context.IsUncertain(use) ? QuestionFactory.MemberAttribute(part, use) : null);
            }
        }
    }

    /// <summary>One question for each part with a base list: only its first entry can be the base class.</summary>
    public IEnumerable<Question> BaseQuestions()
    {
        var accessibility = Accessibility();
        foreach (var part in Parts)
        {
            if (part.BaseType is not null)
            {
                yield return QuestionFactory.Base(part, accessibility);
            }
        }
    }

    /// <summary>The members that may become parameters, each with the question about its type where text does not do.</summary>
    public IEnumerable<(TypePart Part, MemberPart Member, Question? Question)> Members()
    {
        var count = 0;
        foreach (var part in Parts)
        {
            count += part.Members.Count;
        }

        foreach (var part in Parts)
        {
            foreach (var member in part.Members)
            {
                if (member.Partial is not null && IsImplemented(member.Name))
                {
                    continue;
                }

                yield return (part, member, MustAsk(part, member, isOnlyMember: count == 1) ? TypeQuestion(part, member) : null);
            }
        }
    }

    /// <summary>The declared members that cannot implement the interface, less those that something else implements explicitly.</summary>
    public IdentityMembers Unfit(JoinedEvent joined)
    {
        var unfit = IdentityMembers.None;
        foreach (var part in Parts)
        {
            unfit |= part.Unfit;
            foreach (var doubtful in part.Doubtful)
            {
                if (!InterfaceMembers.IsRightType(doubtful.Member, joined.Find<TypeAnswer>(TypeQuestion(part, doubtful.Property))?.FullName))
                {
                    unfit |= doubtful.Member;
                }
            }
        }

        return unfit & ~_explicit;
    }

    /// <summary>A positional parameter's question about its type.</summary>
    public Question? PositionalQuestion(TypePart part, MemberPart member) =>
        IsShapeUncertain(member) || (member.IsObsolete && !member.IsPredefined) ? TypeQuestion(part, member) : null;

    /// <summary>Everything to be asked.</summary>
    public EquatableArray<Question> Questions()
    {
        if (!CanBeGenerated())
        {
            return default;
        }

        var questions = new List<Question>();
        void Ask(Question? question)
        {
            if (question is not null && !questions.Contains(question))
            {
                questions.Add(question);
            }
        }

        foreach (var (use, isOurs) in EventAttributes())
        {
            Ask(isOurs);
            Ask(use.Values is null ? QuestionFactory.Values(Key) : null);
        }

        foreach (var question in BaseQuestions())
        {
            Ask(question);
        }

        foreach (var part in Parts)
        {
            foreach (var doubtful in part.Doubtful)
            {
                Ask(TypeQuestion(part, doubtful.Property));
            }
        }

        foreach (var (part, member, question) in Members())
        {
            Ask(question);
            foreach (var (_, attribute) in MemberAttributes(part, member))
            {
                Ask(attribute);
            }
        }

        foreach (var positional in Home.Positional)
        {
            Ask(PositionalQuestion(Home, positional.Member));
            foreach (var (_, attribute) in MemberAttributes(Home, positional.Member))
            {
                Ask(attribute);
            }
        }

        Ask(HasConstructor && !HasParameterList ? QuestionFactory.OwnConstructor(Key) : null);
        return questions.Count == 0 ? default : new EquatableArray<Question>(questions);
    }

    /// <summary>Whether the user has written the implementing part of a property: then its storage is the user's affair.</summary>
    private bool IsImplemented(string name)
    {
        foreach (var part in Parts)
        {
            foreach (var implemented in part.ImplementedPartials)
            {
                if (implemented == name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Question TypeQuestion(TypePart part, MemberPart member) =>
        QuestionFactory.Type(part, member, NullableAt(member.NullableEnabled));

    /// <summary>
    /// Text does not do where the type's nature is hidden, where it must be written under another part's usings, where it may be less
    /// accessible than a constructor, where its use may be an error, and where it must be compared with another type.
    /// </summary>
    private bool MustAsk(TypePart part, MemberPart member, bool isOnlyMember) =>
        IsShapeUncertain(member)
        || (!member.IsPredefined && (!member.IsPublic || member.IsObsolete || member.ReplacesBaseMember || part.Surroundings != Home.Surroundings))
        || (isOnlyMember && IsRecord && (member.TypeSimpleName == Home.Name || member.IsFileAlias || _context.FindAlias(member.TypeSimpleName) is not null));

    private bool IsShapeUncertain(MemberPart member) =>
        member.Shape == TypeShape.Unknown
        || _context.FindAlias(member.TypeIdentifier) is { IsSpecial: true }
        || (member is { Shape: TypeShape.Nullable, IsPredefined: false } && IsNotDefault(member));

    private bool IsNotDefault(MemberPart member)
    {
        foreach (var use in member.Attributes)
        {
            if (_context.MayBe(use, KnownAttributes.NotDefault))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The parameter list's types are repeated, so its part is home; otherwise the first part with the attribute.</summary>
    private TypePart FindHome()
    {
        TypePart? home = null;
        foreach (var part in Parts)
        {
            if (part.HasParameterList)
            {
                return part;
            }

            foreach (var use in part.Attributes)
            {
                if (home is null && _context.MayBe(use, KnownAttributes.DomainEvent))
                {
                    home = part;
                }
            }
        }

        return home ?? Parts[0];
    }
}
