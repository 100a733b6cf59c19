using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Symbols;

/// <summary>Describes the base of a dummy type as an event with the same base would find it once our output has joined it.</summary>
internal sealed class BaseSymbols
{
    private static readonly (string Name, IdentityMembers Member)[] Members =
    [
        ("EventId", IdentityMembers.EventId),
        ("OccurredAt", IdentityMembers.OccurredAt),
        ("EventType", IdentityMembers.EventType),
        ("EventVersion", IdentityMembers.EventVersion),
        ("EventTypeName", IdentityMembers.EventTypeName),
        ("EventTypeVersion", IdentityMembers.EventTypeVersion),
    ];

    private readonly Compilation _compilation;
    private readonly ConstructorSymbols _constructors;
    private readonly Dictionary<INamedTypeSymbol, BaseIdentity> _identities = new(SymbolEqualityComparer.Default);

    public BaseSymbols(Compilation compilation, ConstructorSymbols constructors)
    {
        _compilation = compilation;
        _constructors = constructors;
    }

    public BaseAnswer Describe(INamedTypeSymbol dummy)
    {
        if (dummy.BaseType is not { SpecialType: not SpecialType.System_Object } baseType)
        {
            // An unresolved name is taken for an interface, for it might be one.
            return dummy.Interfaces.Any(static type => type.TypeKind == TypeKind.Error) ? BaseAnswer.Unresolved : BaseAnswer.Nothing;
        }

        for (var declared = baseType; declared is not null; declared = declared.BaseType)
        {
            if (declared.TypeKind == TypeKind.Error)
            {
                return BaseAnswer.Unresolved;
            }
        }

        var constructor = _constructors.FindUsable(baseType, dummy);
        var required = constructor is { SetsRequiredMembers: false } ? ConstructorSymbols.RequiredMembers(baseType) : [];
        return new BaseAnswer
        {
            Kind = BaseKind.Class,
            Identity = Identity(baseType),
            Constructor = constructor is null ? null : Describe(constructor, required, dummy),
            RequiredMembers = Describe(required),
            MemberNames = dummy.IsRecord ? MemberNames(baseType) : default,
        };
    }

    private BaseConstructor? Describe(ConstructorSymbol constructor, List<ParameterSymbol> required, INamedTypeSymbol dummy)
    {
        var types = constructor.Parameters.Concat(required).Select(static parameter => parameter.Type).ToList();
        return types.All(type => TypeSymbols.CanBeNamed(type, _compilation))
            ? new BaseConstructor(
                Describe(constructor.Parameters),
                constructor.SetsRequiredMembers,
                types.Aggregate(AccessLevel.Public, (access, type) => access & TypeSymbols.NeededAccess(type, dummy)))
            : null;
    }

    private static EquatableArray<BaseParameter> Describe(IEnumerable<ParameterSymbol> parameters) => new(parameters.Select(
        static parameter => new BaseParameter(
            parameter.Name,
            TypeSymbols.FullName(parameter.Type),
            TypeSymbols.Shape(parameter.Type),
            parameter.IsForbidden,
            TypeSymbols.IsForbidden(parameter.Type))));

    private static EquatableArray<string> MemberNames(INamedTypeSymbol type)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (var declared = type; declared is not null; declared = declared.BaseType)
        {
            foreach (var member in declared.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol
                    && member is { IsStatic: false, CanBeReferencedByName: true, DeclaredAccessibility: not Accessibility.Private })
                {
                    names.Add(member.Name);
                }
            }
        }

        return new EquatableArray<string>(names);
    }

    private BaseIdentity Identity(INamedTypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Object)
        {
            return BaseIdentity.None;
        }

        if (!_identities.TryGetValue(type, out var identity))
        {
            identity = ReadIdentity(type);
            _identities.Add(type, identity);
        }

        return identity;
    }

    private BaseIdentity ReadIdentity(INamedTypeSymbol type)
    {
        var inherited = type.BaseType is { } baseType ? Identity(baseType) : BaseIdentity.None;
        var declared = IdentitySymbols.Read(type, inherited);
        if (RuntimeSymbols.IsDomainEventBase(type) || EventSymbol.From(type) is not { } source)
        {
            return declared;
        }

        var eventType = EventNames.Decide(source).EventType;
        var facts = new IdentityFacts
        {
            IsRecord = type.IsRecord,
            IsAbstract = type.IsAbstract,
            IsNamed = eventType is not null,
            Base = type.BaseType is { SpecialType: not SpecialType.System_Object } ? inherited : null,
            Declared = Declared(type, static _ => true) | InterfaceMembers.FromName(type.Name),
            Overridden = Declared(type, static member => member.IsOverride),
            Unfit = Unfit(type),
        };
        return IdentityRules.After(facts, IdentityRules.Decide(facts), declared);
    }

    private static IdentityMembers Unfit(INamedTypeSymbol type)
    {
        var unfit = InterfaceMembers.FromName(type.Name);
        foreach (var (name, member) in Members)
        {
            if (type.GetMembers(name).Any(declared => IdentitySymbols.Classify(declared, name) == BaseMember.Foreign))
            {
                unfit |= member;
            }
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            foreach (var implemented in property.ExplicitInterfaceImplementations)
            {
                if (RuntimeSymbols.IsDomainEventInterface(implemented.ContainingType))
                {
                    unfit &= ~InterfaceMembers.FromName(implemented.Name);
                }
            }
        }

        return unfit;
    }

    private static IdentityMembers Declared(INamedTypeSymbol type, Func<ISymbol, bool> condition)
    {
        var declared = IdentityMembers.None;
        foreach (var (name, member) in Members)
        {
            if (type.GetMembers(name).Any(condition))
            {
                declared |= member;
            }
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            foreach (var implemented in property.ExplicitInterfaceImplementations)
            {
                if (RuntimeSymbols.IsDomainEventInterface(implemented.ContainingType) && condition(property))
                {
                    declared |= Members.First(known => known.Name == implemented.Name).Member;
                }
            }
        }

        return declared;
    }
}
