using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>Decides everything about an event's generated part, once its questions are answered.</summary>
internal static class EventModelBuilder
{
    /// <summary>The model, or <see langword="null"/> where nothing is to be generated.</summary>
    public static EventModel? Build(JoinedEvent joined, ReadingContext context)
    {
        var facts = new EventFacts(joined.Event, context);
        if (!facts.CanBeGenerated() || FindValues(joined, facts) is not { } values)
        {
            return null;
        }

        var home = facts.Home;
        var isAbstract = facts.Is(TypeModifiers.Abstract);
        var name = EventNames.Decide(values, home.Name, home.ContainerNames, home.Surroundings.Namespace, isAbstract);
        var baseAnswer = FindBase(joined, facts);
        var constructor = baseAnswer.Kind == BaseKind.Error ? null : new ConstructorBuilder(joined, facts, values, baseAnswer).Build();
        var positional = PositionalProperties(joined, facts, baseAnswer);
        var identity = Identity(joined, facts, baseAnswer, name, constructor);
        return new EventModel
        {
            Key = facts.Key,
            FilePath = home.FilePath,
            Surroundings = home.Surroundings,
            Keyword = home.Keyword,
            Identifier = home.Identifier,
            Name = home.Name,
            TypeParameters = home.TypeParameters,
            IsAbstract = isAbstract,
            IsSealed = facts.Is(TypeModifiers.Sealed),
            ContainingTypeName = home.ContainerNames.Length == 0
                ? null
                : home.ContainerNames.Substring(home.ContainerNames.LastIndexOf('+') + 1),
            NullableEnabled = facts.NullableAt(home.NullableEnabled),
            IsUnsafe = HoldsPointer(joined, facts),
            EventType = name.EventType,
            EventVersion = name.Version,
            IsPooled = values.Pooled && PoolRules.CanBePooled(facts, constructor, identity),
            Identity = identity,
            Constructor = constructor,
            PositionalProperties = positional,
            PartialProperties = PartialProperties(joined, facts),
        };
    }

    /// <summary>The values of the first attribute that is ours: a second one is the user's error and changes nothing.</summary>
    private static EventAttributeValues? FindValues(JoinedEvent joined, EventFacts facts)
    {
        foreach (var (use, question) in facts.EventAttributes())
        {
            if (question is null || joined.Find<AttributeAnswer>(question) is { Attribute: KnownAttributes.DomainEvent })
            {
                return use.Values
                    ?? joined.Find<ValuesAnswer>(QuestionFactory.Values(facts.Key))?.Values
                    ?? EventAttributeValues.Unknown;
            }
        }

        return null;
    }

    private static BaseAnswer FindBase(JoinedEvent joined, EventFacts facts)
    {
        var found = BaseAnswer.Nothing;
        foreach (var question in facts.BaseQuestions())
        {
            if (joined.Find<BaseAnswer>(question) is { Kind: not BaseKind.None } answer && found.Kind != BaseKind.Class)
            {
                found = answer;
            }
        }

        return found;
    }

    private static IdentityModel Identity(
        JoinedEvent joined, EventFacts facts, BaseAnswer baseAnswer, EventName name, ConstructorModel? constructor)
    {
        if (baseAnswer.Kind == BaseKind.Error)
        {
            return IdentityRules.BaseInError with
            {
                DeclaresEventTypeName = (facts.Declared & IdentityMembers.EventTypeName) != 0,
                DeclaresEventTypeVersion = (facts.Declared & IdentityMembers.EventTypeVersion) != 0,
            };
        }

        var model = IdentityRules.Decide(new IdentityFacts
        {
            IsRecord = facts.IsRecord,
            IsAbstract = facts.Is(TypeModifiers.Abstract),
            IsNamed = name.EventType is not null,
            Base = baseAnswer.Kind == BaseKind.Class ? baseAnswer.Identity : null,
            Declared = facts.Declared,
            Overridden = facts.Overridden,
            Unfit = facts.Unfit(joined),
        });
        return constructor is null ? model with { Index = IndexHandover.None } : model;
    }

    /// <summary>All parameters, or the order of the properties would change in texts and in JSON; less those that have a property.</summary>
    private static EquatableArray<PositionalPropertyModel> PositionalProperties(JoinedEvent joined, EventFacts facts, BaseAnswer baseAnswer)
    {
        if (facts.Home.Positional.Count == 0 || baseAnswer.Kind == BaseKind.Error)
        {
            return default;
        }

        var taken = new HashSet<string>(baseAnswer.MemberNames, StringComparer.Ordinal);
        foreach (var part in facts.Parts)
        {
            taken.UnionWith(part.MemberNames);
        }

        var properties = new List<PositionalPropertyModel>();
        foreach (var positional in facts.Home.Positional)
        {
            var member = positional.Member;
            if (!taken.Contains(member.Name))
            {
                var answer = joined.Find<TypeAnswer>(facts.PositionalQuestion(facts.Home, member));
                properties.Add(new PositionalPropertyModel
                {
                    Type = member.Type,
                    Name = member.Name,
                    Identifier = Text.CSharpIdentifier.Escape(member.Name),
                    Guard = GuardRules.Decide(joined, facts, facts.Home, member, answer),
                    NullableEnabled = facts.NullableAt(member.NullableEnabled),
                    PropertyAttributes = positional.PropertyAttributes,
                    TypeIsForbidden = answer is { IsForbidden: true },
                    IsMarkedObsolete = positional.IsMarkedObsolete,
                    Documentation = member.Documentation,
                });
            }
        }

        return new EquatableArray<PositionalPropertyModel>(properties);
    }

    /// <summary>Whatever constructor there is: a part must implement them, or the user's declaration is an error.</summary>
    private static EquatableArray<PartialPropertyModel> PartialProperties(JoinedEvent joined, EventFacts facts)
    {
        var properties = new List<PartialPropertyModel>();
        foreach (var (part, member, question) in facts.Members())
        {
            if (member.Partial is { } partial)
            {
                var answer = joined.Find<TypeAnswer>(question);
                properties.Add(new PartialPropertyModel
                {
                    Type = part.Surroundings != facts.Home.Surroundings && answer?.FullName is { } fullName ? fullName : member.Type,
                    Name = member.Name,
                    Identifier = Text.CSharpIdentifier.Escape(member.Name),
                    Modifiers = partial.Modifiers,
                    Getter = partial.Getter,
                    Setter = partial.Setter,
                    Guard = GuardRules.Decide(joined, facts, part, member, answer),
                    NullableEnabled = facts.NullableAt(member.NullableEnabled),
                    HoldsPointer = member.HoldsPointer || answer is { Shape: TypeShape.Pointer },
                    TypeIsForbidden = answer is { IsForbidden: true },
                });
            }
        }

        return new EquatableArray<PartialPropertyModel>(properties);
    }

    private static bool HoldsPointer(JoinedEvent joined, EventFacts facts)
    {
        foreach (var (_, member, question) in facts.Members())
        {
            if (member.HoldsPointer || joined.Find<TypeAnswer>(question) is { Shape: TypeShape.Pointer })
            {
                return true;
            }
        }

        foreach (var positional in facts.Home.Positional)
        {
            if (positional.Member.HoldsPointer)
            {
                return true;
            }
        }

        return false;
    }
}
