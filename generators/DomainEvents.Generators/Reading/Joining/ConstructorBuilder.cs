using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>Decides whether an event gets a constructor, and which.</summary>
internal sealed class ConstructorBuilder
{
    private readonly JoinedEvent _joined;
    private readonly EventFacts _facts;
    private readonly EventAttributeValues _values;
    private readonly BaseAnswer _base;

    public ConstructorBuilder(JoinedEvent joined, EventFacts facts, EventAttributeValues values, BaseAnswer baseAnswer)
    {
        _joined = joined;
        _facts = facts;
        _values = values;
        _base = baseAnswer;
    }

    /// <summary>The constructor, or <see langword="null"/> where none is generated.</summary>
    public ConstructorModel? Build()
    {
        // A constructor beside a parameter list would have to call it with values that it does not have.
        if (!_values.GenerateConstructor || _facts.HasParameterList || (_base.Kind == BaseKind.Class && _base.Constructor is null))
        {
            return null;
        }

        // What a base that is no event wants to know, the user's own constructor may already have settled.
        if (_base.Constructor is { Parameters.Count: > 0 } && !_base.Identity.IsEvent && _facts.HasConstructor)
        {
            return null;
        }

        var members = _facts.Members().Select(Read).ToList();
        IReadOnlyList<BaseParameter> baseParameters = _base.Constructor?.Parameters ?? default;
        var plan = ConstructorRules.Plan(
            [.. baseParameters.Select(Candidate)],
            [.. _base.RequiredMembers.Select(Candidate)],
            [.. members.Select(static member => member.Candidate)],
            _values.IncludeSettable);
        if (plan is null || IsCopyConstructor(plan, members))
        {
            return null;
        }

        if (plan.Count == 0)
        {
            return HandsOverIndex() ? Create([], AccessLevel.Public, setsRequiredMembers: _base.Constructor is { SetsRequiredMembers: true }) : null;
        }

        if (_joined.Find<OwnConstructorAnswer>(QuestionFactory.OwnConstructor(_facts.Key)) is { Exists: true })
        {
            return null;
        }

        var access = _base.Constructor?.Access ?? AccessLevel.Public;
        foreach (var parameter in plan)
        {
            access &= parameter.Own >= 0 ? members[parameter.Own].Access : AccessLevel.Public;
        }

        return Create(plan.Select(parameter => Parameter(parameter, members)), access, SetsRequiredMembers(plan, members));
    }

    /// <summary>
    /// A constructor without parameters exists only to hand over the index. It must not stand in the way of one that the user wrote,
    /// and an abstract event has no index.
    /// </summary>
    private bool HandsOverIndex() =>
        !_facts.IsRecord
        && !_facts.HasConstructor
        && !_facts.Is(TypeModifiers.Abstract)
        && (_base.Kind == BaseKind.Class ? _base.Identity.TakesIndex : DerivesFromDomainEvent());

    private bool DerivesFromDomainEvent() => IdentityRules.Decide(new IdentityFacts
    {
        IsRecord = _facts.IsRecord,
        IsAbstract = false,
        IsNamed = true,
        Declared = _facts.Declared,
        Overridden = _facts.Overridden,
    }).DerivesFromDomainEvent;

    private ConstructorModel Create(IEnumerable<ParameterModel> parameters, AccessLevel access, bool setsRequiredMembers)
    {
        var wanted = _values.ConstructorAccessibility == AccessLevel.Public && _facts.Is(TypeModifiers.Abstract)
            ? AccessLevel.Protected
            : _values.ConstructorAccessibility;
        return new ConstructorModel
        {
            Accessibility = (wanted & access).ToKeyword(),
            SetsRequiredMembers = setsRequiredMembers,
            Parameters = new EquatableArray<ParameterModel>(parameters),
        };
    }

    private bool SetsRequiredMembers(List<PlannedParameter> plan, List<ReadMember> members) =>
        _base.Constructor is { SetsRequiredMembers: true }
        || plan.Any(parameter => parameter.InheritedMember >= 0 || (parameter.Own >= 0 && members[parameter.Own].Candidate.IsRequired));

    /// <summary>The compiler would take a record's constructor with its own type for the one that copies.</summary>
    private bool IsCopyConstructor(List<PlannedParameter> plan, List<ReadMember> members) =>
        _facts.IsRecord && plan.Count == 1 && plan[0].Own >= 0 && members[plan[0].Own].IsOwnType;

    private ParameterModel Parameter(PlannedParameter parameter, List<ReadMember> members)
    {
        var baseParameter = parameter.Base >= 0 ? _base.Constructor!.Parameters[parameter.Base] : null;
        if (parameter.Own >= 0)
        {
            var member = members[parameter.Own];

            // The compiler wants to see a required property itself being set.
            var field = member.IsPartial && !member.Candidate.IsRequired ? PartialPropertyModel.FieldOf(member.Candidate.Name) : null;
            return new ParameterModel
            {
                Type = member.Type,
                Name = parameter.Name,
                Property = CSharpIdentifier.Escape(member.Candidate.Name),
                Field = field,
                SetsForbidden = member.IsForbidden && field is null,
                TypeIsForbidden = member.TypeIsForbidden,
                BaseParameter = baseParameter?.Name,
                Guard = member.Guard,
                IsOptional = parameter.IsOptional,
                NullableEnabled = member.NullableEnabled,
                Documentation = member.Documentation,
            };
        }

        if (parameter.InheritedMember >= 0)
        {
            var inherited = _base.RequiredMembers[parameter.InheritedMember];
            return new ParameterModel
            {
                Type = inherited.Type,
                Name = parameter.Name,
                Property = CSharpIdentifier.Escape(inherited.Name),
                SetsForbidden = inherited.IsForbidden,
                TypeIsForbidden = inherited.TypeIsForbidden,
                Guard = inherited.Shape == TypeShape.Named ? GuardKind.Required : GuardKind.None,
                IsOptional = parameter.IsOptional,
                NullableEnabled = true,
            };
        }

        return new ParameterModel
        {
            Type = baseParameter!.Type,
            Name = parameter.Name,
            BaseParameter = baseParameter.Name,
            TypeIsForbidden = baseParameter.TypeIsForbidden,
            IsOptional = parameter.IsOptional,
            NullableEnabled = true,
        };
    }

    private ReadMember Read((TypePart Part, MemberPart Member, Question? Question) source)
    {
        var (part, member, question) = source;
        var answer = _joined.Find<TypeAnswer>(question);
        var isElsewhere = part.Surroundings != _facts.Home.Surroundings && answer?.FullName is not null;
        var isOptional = answer is { FullName: not null } ? answer.Shape == TypeShape.Nullable : member.Shape == TypeShape.Nullable;
        return new ReadMember(
            new ParameterCandidate(
                member.Name,
                answer?.FullName ?? (member.IsPredefined ? member.Type : null),
                isOptional,
                member.IsSettable,
                member.IsRequired),
            isElsewhere ? answer!.FullName! : member.Type,
            GuardRules.Decide(_joined, _facts, part, member, answer),
            isElsewhere || _facts.NullableAt(member.NullableEnabled),
            member.IsPublic ? AccessLevel.Public : answer?.Access ?? AccessLevel.Public,
            answer is { IsOwnType: true },
            member.Partial is not null,
            member.IsForbidden,
            answer is { IsForbidden: true },
            member.Documentation);
    }

    private static ParameterCandidate Candidate(BaseParameter parameter) =>
        new(parameter.Name, parameter.Type, parameter.Shape == TypeShape.Nullable);

    private sealed record ReadMember(
        ParameterCandidate Candidate,
        string Type,
        GuardKind Guard,
        bool NullableEnabled,
        AccessLevel Access,
        bool IsOwnType,
        bool IsPartial,
        bool IsForbidden,
        bool TypeIsForbidden,
        string? Documentation);
}
