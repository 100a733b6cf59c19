using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Symbols;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Serialization;

/// <summary>Finds what of an event stands in its JSON: what its constructor takes and what can be set beside it.</summary>
internal sealed class JsonPropertyReader(Compilation compilation, JsonValueReader values, EventSymbol source, JsonConstructor constructor)
{
    private readonly INamedTypeSymbol _type = source.Type;
    private readonly Dictionary<ISymbol, JsonParameter?> _parameters = new(SymbolEqualityComparer.Default);

    /// <summary>The properties in order, or <see langword="null"/> where something would be lost.</summary>
    public List<JsonProperty>? Read()
    {
        var members = Members();
        var found = new List<JsonProperty>();
        foreach (var (name, value) in IdentityProperty.All)
        {
            var identity = IdentityProperty.Find(_type, name, compilation);
            var property = identity.Declared is { } declared ? ReadMember(declared, Parameter(declared), isIdentity: true) : Identity(identity, name, value);
            if (property is null)
            {
                return null;
            }

            found.Add(property);
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (found.Exists(property => property.Parameter == parameter))
            {
                continue;
            }

            if (members.Find(member => Parameter(member) == parameter) is not { } member || ReadMember(member, parameter, isIdentity: false) is not { } property)
            {
                return null;
            }

            found.Add(property);
        }

        foreach (var member in members)
        {
            if (Parameter(member) is not null || IsIdentity(member))
            {
                continue;
            }

            if (IsLost(member))
            {
                return null;
            }

            if (IsSettable(member) && (IsRequired(member) || Condition(member) != JsonCondition.Never))
            {
                if (ReadMember(member, null, isIdentity: false) is not { } property)
                {
                    return null;
                }

                found.Add(property);
            }
        }

        var names = new HashSet<string>(found.Select(static property => property.Model.JsonName), StringComparer.Ordinal);
        return names.Count == found.Count ? [.. found.OrderBy(static property => property.Order)] : null;
    }

    private static JsonProperty Identity(IdentityProperty identity, string name, JsonValueModel value) => new(null, 0, new JsonPropertyModel
    {
        JsonName = JsonName.ToCamelCase(name),
        Member = name,
        Interface = identity.IsNamed ? null : "global::DomainEvents.IDomainEvent",
        Value = value,
        Target = identity.IsSettable ? JsonTarget.Initializer : JsonTarget.None,
        KeepsInitial = true,
    });

    private static bool IsIdentity(ISymbol member) => Array.Exists(IdentityProperty.All, identity => identity.Name == member.Name);

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>Properties and required fields, the base's first; of two of one name the more derived.</summary>
    private List<ISymbol> Members()
    {
        var members = new List<ISymbol>();
        var chain = new List<INamedTypeSymbol>();
        for (var current = _type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            chain.Insert(0, current);
        }

        foreach (var member in chain.SelectMany(static current => current.GetMembers()))
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: { } getter, ExplicitInterfaceImplementations.IsEmpty: true }
                ? compilation.IsSymbolAccessibleWithin(getter, _type)
                : member is IFieldSymbol { IsRequired: true } && compilation.IsSymbolAccessibleWithin(member, _type))
            {
                var hidden = members.FindIndex(known => known.Name == member.Name);
                if (hidden >= 0)
                {
                    members[hidden] = member;
                }
                else
                {
                    members.Add(member);
                }
            }
        }

        return members;
    }

    private JsonParameter? Parameter(ISymbol member)
    {
        if (!_parameters.TryGetValue(member, out var parameter))
        {
            _parameters[member] = parameter = FindParameter(member);
        }

        return parameter;
    }

    private JsonParameter? FindParameter(ISymbol member)
    {
        var name = CSharpIdentifier.ToCamelCase(member.Name);
        return constructor.Parameters.FirstOrDefault(parameter =>
            (parameter.Name == name || string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase))
            && compilation.ClassifyCommonConversion(TypeOf(member), parameter.Type) is { Exists: true, IsImplicit: true });
    }

    /// <summary>Whether a member of the user's holds something that nothing here would set.</summary>
    private bool IsLost(ISymbol member) =>
        !IsSettable(member)
        && JsonAttributes.Find(member, JsonAttributes.Ignore) is null
        && source.Members().Any(own => !own.IsSettable && SymbolEqualityComparer.Default.Equals(own.Symbol, member));

    private bool IsSettable(ISymbol member)
    {
        if (member is IFieldSymbol)
        {
            return true;
        }

        return member is IPropertySymbol { SetMethod: { } setter, IsAbstract: false }
            && (member.DeclaredAccessibility == Accessibility.Public || IsRequired(member) || JsonAttributes.Find(member, JsonAttributes.Include) is not null)
            && compilation.IsSymbolAccessibleWithin(setter, _type);
    }

    private JsonProperty? ReadMember(ISymbol member, JsonParameter? parameter, bool isIdentity)
    {
        var type = TypeOf(member);
        if (JsonAttributes.HasUnknown(member) || values.Read(member, type, _type) is not { } value)
        {
            return null;
        }

        var isRequired = IsRequired(member);
        var isOptional = TypeSymbols.Shape(type) == TypeShape.Nullable;
        var mustBeThere = JsonAttributes.Find(member, JsonAttributes.Required) is not null;
        var target = Target(member, parameter, isRequired);
        var fallback = parameter is not null ? parameter.Default : isRequired && isOptional ? "default!" : null;
        var condition = Condition(member);
        return new JsonProperty(parameter, Order(member), new JsonPropertyModel
        {
            JsonName = GivenName(member) ?? JsonName.ToCamelCase(member.Name),
            Member = CSharpIdentifier.Escape(member.Name),
            Value = value,
            Target = target,
            Default = mustBeThere ? null : condition == JsonCondition.Always ? fallback : fallback ?? "default!",
            KeepsInitial = isIdentity ? target != JsonTarget.Argument : !mustBeThere && target is JsonTarget.Initializer or JsonTarget.Setter && !isRequired,
            Condition = condition,
            IsForbidden = ForbiddenTypes.IsError(member),
        });
    }

    private JsonTarget Target(ISymbol member, JsonParameter? parameter, bool isRequired)
    {
        if (parameter is not null)
        {
            return JsonTarget.Argument;
        }

        if (!IsSettable(member))
        {
            return JsonTarget.None;
        }

        return isRequired || member is IPropertySymbol { SetMethod.IsInitOnly: true } ? JsonTarget.Initializer : JsonTarget.Setter;
    }

    private static string? GivenName(ISymbol member) =>
        JsonAttributes.Find(member, JsonAttributes.PropertyName) is { ConstructorArguments: { Length: 1 } arguments } ? arguments[0].Value as string : null;

    private static int Order(ISymbol member) =>
        JsonAttributes.Find(member, JsonAttributes.PropertyOrder) is { ConstructorArguments: { Length: 1 } arguments } && arguments[0].Value is int order ? order : 0;

    /// <summary>The values of <c>JsonIgnoreCondition</c>; without one it is Always.</summary>
    private static JsonCondition Condition(ISymbol member)
    {
        if (JsonAttributes.Find(member, JsonAttributes.Ignore) is not { } attribute)
        {
            return JsonCondition.Always;
        }

        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Condition", Value.Value: int condition })
            {
                return condition switch
                {
                    0 => JsonCondition.Always,
                    2 => JsonCondition.NotDefault,
                    3 => JsonCondition.NotNull,
                    _ => JsonCondition.Never,
                };
            }
        }

        return JsonCondition.Never;
    }
}

/// <summary>A property while the compilation is at hand.</summary>
/// <param name="Parameter">The parameter that takes its value, or <see langword="null"/>.</param>
/// <param name="Order">Its place: those of one place stand in the order of the constructor.</param>
/// <param name="Model">What is kept.</param>
internal sealed record JsonProperty(JsonParameter? Parameter, int Order, JsonPropertyModel Model);
