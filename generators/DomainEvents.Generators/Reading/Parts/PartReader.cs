using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>Reads one partial declaration from syntax alone: a pure function of the tree, so that its result may be kept with it.</summary>
internal static class PartReader
{
    /// <summary>Every partial type: the attribute may stand on another part.</summary>
    public static bool IsPart(SyntaxNode node) =>
        node is TypeDeclarationSyntax type
        && type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && type.Identifier.ValueText.Length > 0;

    public static TypePart Read(TypeDeclarationSyntax type)
    {
        var root = (CompilationUnitSyntax)type.SyntaxTree.GetRoot();
        var enclosing = SurroundingsReader.Read(type, root);
        var aliases = FileAliases.Read(type);
        var nullable = new NullableDirectives(root);
        var members = new MemberReader(type, aliases, nullable);
        if (type is ClassDeclarationSyntax or RecordDeclarationSyntax)
        {
            members.Read();
        }

        return new TypePart
        {
            Key = $"{enclosing.KeyPrefix}{type.Identifier.ValueText}`{type.Arity}",
            FilePath = type.SyntaxTree.FilePath,
            Surroundings = enclosing.Surroundings,
            Keyword = SyntaxText.Keyword(type),
            Identifier = type.Identifier.Text,
            Name = type.Identifier.ValueText,
            TypeParameters = SyntaxText.TypeParameters(type),
            ConstraintClauses = Constraints(type),
            ContainerNames = enclosing.ContainerNames,
            Modifiers = Modifiers(type.Modifiers),
            Accessibility = Accessibility(type.Modifiers),
            IsUnreachable = enclosing.IsUnreachable || type.TypeParameterList is { ContainsDiagnostics: true },
            BaseType = type.BaseList?.Types.FirstOrDefault()?.Type is { ContainsDiagnostics: false } first ? SyntaxText.Of(first) : null,
            HasParameterList = type.ParameterList is not null,
            NullableEnabled = nullable.At(type.Identifier.SpanStart),
            Attributes = AttributeReader.Read(type.AttributeLists, aliases, "type"),
            Members = new EquatableArray<MemberPart>(members.Members),
            Positional = new EquatableArray<PositionalPart>(members.Positional),
            Constructors = new EquatableArray<EquatableArray<string>>(members.Constructors),
            MemberNames = new EquatableArray<string>(members.Names),
            ImplementedPartials = new EquatableArray<string>(members.ImplementedPartials),
            Declared = members.Declared,
            Overridden = members.Overridden,
            Explicit = members.Explicit,
            Unfit = members.Unfit,
            Doubtful = new EquatableArray<DoubtfulMember>(members.Doubtful),
        };
    }

    private static string Constraints(TypeDeclarationSyntax type)
    {
        var clauses = type.ConstraintClauses;
        return clauses.Count == 0 || clauses.Any(static clause => clause.ContainsDiagnostics)
            ? ""
            : string.Join(" ", clauses.Select(SyntaxText.Of));
    }

    private static TypeModifiers Modifiers(SyntaxTokenList modifiers)
    {
        var result = TypeModifiers.None;
        foreach (var modifier in modifiers)
        {
            result |= modifier.Kind() switch
            {
                SyntaxKind.AbstractKeyword => TypeModifiers.Abstract,
                SyntaxKind.SealedKeyword => TypeModifiers.Sealed,
                SyntaxKind.StaticKeyword => TypeModifiers.Static,
                SyntaxKind.FileKeyword => TypeModifiers.File,
                _ => TypeModifiers.None,
            };
        }

        return result;
    }

    private static string Accessibility(SyntaxTokenList modifiers) => string.Join(" ", modifiers
        .Where(static modifier => modifier.Kind()
            is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword)
        .Select(static modifier => modifier.Text));
}
