using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Reading.Joining;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>Reads the members of one declaration, in the order in which they stand.</summary>
internal sealed class MemberReader
{
    private readonly TypeDeclarationSyntax _type;
    private readonly FileAliases _aliases;
    private readonly NullableDirectives _nullable;
    private readonly TypeParametersInScope _typeParameters;

    public MemberReader(TypeDeclarationSyntax type, FileAliases aliases, NullableDirectives nullable)
    {
        _type = type;
        _aliases = aliases;
        _nullable = nullable;
        _typeParameters = new TypeParametersInScope(type);
    }

    public List<MemberPart> Members { get; } = [];

    public List<PositionalPart> Positional { get; } = [];

    public List<EquatableArray<string>> Constructors { get; } = [];

    public List<string> Names { get; } = [];

    public List<string> ImplementedPartials { get; } = [];

    public IdentityMembers Declared { get; private set; }

    public IdentityMembers Overridden { get; private set; }

    public IdentityMembers Explicit { get; private set; }

    public IdentityMembers Unfit { get; private set; }

    public List<DoubtfulMember> Doubtful { get; } = [];

    public void Read()
    {
        // No member can be called like its type.
        DeclareUnfit(_type.Identifier.ValueText, default);
        foreach (var member in _type.Members)
        {
            switch (member)
            {
                case PropertyDeclarationSyntax property:
                    ReadProperty(property);
                    break;
                case BaseFieldDeclarationSyntax field:
                    ReadField(field);
                    break;
                case ConstructorDeclarationSyntax constructor when !constructor.Modifiers.Any(SyntaxKind.StaticKeyword):
                    Constructors.Add(new EquatableArray<string>(constructor.ParameterList.Parameters.Select(ParameterType)));
                    break;
                case MethodDeclarationSyntax method:
                    DeclareUnfit(method.Identifier.ValueText, method.Modifiers);
                    break;
                case EventDeclarationSyntax @event:
                    DeclareUnfit(@event.Identifier.ValueText, @event.Modifiers);
                    break;
                case BaseTypeDeclarationSyntax nested:
                    DeclareUnfit(nested.Identifier.ValueText, default);
                    break;
            }
        }

        if (_type is RecordDeclarationSyntax { ParameterList: { } list })
        {
            ReadPositional(list);
        }
    }

    private static string ParameterType(ParameterSyntax parameter) => string.Concat(parameter.Modifiers
        .Where(static modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword)
        .Select(static modifier => modifier.Text + " ")) + SyntaxText.Of(parameter.Type);

    private void ReadProperty(PropertyDeclarationSyntax property)
    {
        var name = property.Identifier.ValueText;
        if (property.ExplicitInterfaceSpecifier is { } implemented)
        {
            if (SyntaxText.LastName(implemented.Name) == "IDomainEvent")
            {
                Explicit |= Declare(name, default);
            }

            return;
        }

        if (InterfaceMembers.CanImplement(property))
        {
            DeclareProperty(property.Identifier, property.Type, property.Modifiers);
        }
        else
        {
            DeclareUnfit(name, property.Modifiers);
        }

        Name(name);
        if (PropertyRules.IsPartial(property) && !PartialPropertyText.IsDefinition(property))
        {
            ImplementedPartials.Add(name);
        }

        var role = PropertyRules.RoleOf(property);
        if (role == PropertyRole.None || property.Type.ContainsDiagnostics)
        {
            return;
        }

        Members.Add(Member(property.Identifier, property.Type, AttributeReader.Read(property.AttributeLists, _aliases, "property"), property.Modifiers) with
        {
            IsSettable = role == PropertyRole.Settable,
            IsForbidden = ObsoleteMark.IsError(property.AttributeLists),
            IsObsolete = ObsoleteMark.IsIn(property.AttributeLists, _aliases, null, "property"),
            Partial = PartialPropertyText.Read(property),
            Documentation = DocumentationText.Summary(property),
        });
    }

    private void ReadField(BaseFieldDeclarationSyntax field)
    {
        var isRequired = PropertyRules.IsRequiredField(field) && !field.Declaration.Type.ContainsDiagnostics;
        foreach (var variable in field.Declaration.Variables)
        {
            DeclareUnfit(variable.Identifier.ValueText, field.Modifiers);
            Name(variable.Identifier.ValueText);
            if (isRequired)
            {
                Members.Add(Member(variable.Identifier, field.Declaration.Type, AttributeReader.Read(field.AttributeLists, _aliases, "field"), field.Modifiers) with
                {
                    IsSettable = true,
                    IsForbidden = ObsoleteMark.IsError(field.AttributeLists),
                    IsObsolete = ObsoleteMark.IsIn(field.AttributeLists, _aliases, null, "field"),
                    Documentation = DocumentationText.Summary(field),
                });
            }
        }
    }

    private void ReadPositional(ParameterListSyntax list)
    {
        var documentation = DocumentationText.Lines(_type);
        var isObsolete = ObsoleteMark.IsIn(_type.AttributeLists, _aliases, "method");
        foreach (var parameter in list.Parameters)
        {
            if (parameter.Type is not { ContainsDiagnostics: false } type || parameter.Identifier.IsMissing)
            {
                continue;
            }

            var name = parameter.Identifier.ValueText;
            DeclareProperty(parameter.Identifier, type, default);
            var attributes = AttributeReader.Read(parameter.AttributeLists, _aliases, "param", "property");
            var isMarked = ObsoleteMark.IsIn(parameter.AttributeLists, _aliases, "property");
            var member = Member(parameter.Identifier, type, attributes, default) with
            {
                IsObsolete = isObsolete || isMarked,
                Documentation = DocumentationText.Parameter(documentation, name),
                IsPublic = true,
            };
            Positional.Add(new PositionalPart(member, PropertyAttributes(parameter.AttributeLists), isMarked));
        }
    }

    private static string PropertyAttributes(SyntaxList<AttributeListSyntax> lists) => string.Join(" ", lists
        .Where(static list => list.Target?.Identifier.IsKind(SyntaxKind.PropertyKeyword) == true && !list.ContainsDiagnostics)
        .Select(static list => "[" + string.Join(", ", list.Attributes.Select(SyntaxText.Of)) + "]"));

    private MemberPart Member(
        SyntaxToken identifier,
        TypeSyntax type,
        EquatableArray<AttributeUse> attributes,
        SyntaxTokenList modifiers)
    {
        var typeIdentifier = (type as IdentifierNameSyntax)?.Identifier.ValueText ?? "";
        var typeName = SyntaxText.TypeName(type);
        return new MemberPart
        {
            Name = identifier.ValueText,
            Type = SyntaxText.Of(type),
            TypeIdentifier = typeIdentifier,
            TypeSimpleName = typeName,
            Shape = TypeShapes.Read(type, _aliases, _typeParameters),
            HoldsPointer = TypeShapes.HoldsPointer(type),
            IsFileAlias = typeName.Length > 0 && _aliases.Find(typeName) is not null,
            IsPredefined = type is PredefinedTypeSyntax or NullableTypeSyntax { ElementType: PredefinedTypeSyntax },
            IsPublic = modifiers.Any(SyntaxKind.PublicKeyword),
            IsRequired = PropertyRules.IsRequired(modifiers),
            ReplacesBaseMember = modifiers.Any(SyntaxKind.OverrideKeyword) || modifiers.Any(SyntaxKind.NewKeyword),
            NullableEnabled = _nullable.At(type.SpanStart),
            Attributes = attributes,
        };
    }

    private void Name(string name)
    {
        if (_type is RecordDeclarationSyntax)
        {
            Names.Add(name);
        }
    }

    private void DeclareProperty(SyntaxToken identifier, TypeSyntax type, SyntaxTokenList modifiers)
    {
        var member = Declare(identifier.ValueText, modifiers);
        if (!InterfaceMembers.HasUsualType(member, type))
        {
            Doubtful.Add(new DoubtfulMember(member, Member(identifier, type, default, modifiers)));
        }
    }

    private void DeclareUnfit(string name, SyntaxTokenList modifiers) => Unfit |= Declare(name, modifiers);

    private IdentityMembers Declare(string name, SyntaxTokenList modifiers)
    {
        var member = InterfaceMembers.FromName(name);
        Declared |= member;
        if (PoolRules.IsMember(name))
        {
            Names.Add(name);
        }

        if (modifiers.Any(SyntaxKind.OverrideKeyword))
        {
            Overridden |= member;
        }

        return member;
    }
}
