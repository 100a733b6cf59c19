using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.CodeFixes.Syntax;
using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Reading.Joining;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Refactorings;

/// <summary>
/// Offers, on the name of a class or record that reads like an event, to make it one: marks it, and deletes a constructor that only
/// copies its parameters, because the generated one is the same with checks.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ConvertToEventRefactoring))]
[Shared]
public sealed class ConvertToEventRefactoring : DocumentRefactoring
{
    internal const string Key = "DomainEvents.ConvertToEvent";

    private static readonly string[] s_otherBases = ["Exception", "Attribute", "EventArgs", "Delegate"];

    private protected override ImmutableArray<Remedy> FindRemedies(DocumentContext context, SyntaxToken token, CancellationToken cancellationToken)
    {
        if (token.Parent is not TypeDeclarationSyntax { RawKind: (int)SyntaxKind.ClassDeclaration or (int)SyntaxKind.RecordDeclaration } declaration
            || declaration.Identifier != token
            || !EventMark.CanHavePart(declaration)
            || KnownSymbols.Find(context.Model.Compilation) is not { } symbols
            || context.Model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type
            || symbols.FindEventAttribute(type) is not null
            || !ReadsLikeEvent(type)
            || !HasOpenBase(type, declaration))
        {
            return [];
        }

        var copying = FindCopyingConstructor(declaration);
        return
        [
            new Remedy(FixTexts.MarkAsEvent, Key, editor =>
            {
                if (copying is not null)
                {
                    MemberRemoval.Remove(editor, copying);
                }

                editor.ReplaceNode(declaration, (node, _) => EventMark.Add((TypeDeclarationSyntax)node, context.LineEnd));
            }),
        ];
    }

    /// <summary>A concrete type whose name says what happened, and that is nothing else by its base.</summary>
    private static bool ReadsLikeEvent(INamedTypeSymbol type)
    {
        if (type.IsStatic || type.IsAbstract || EventNames.Infer(type).EventType is null)
        {
            return false;
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (s_otherBases.Contains(current.Name, StringComparer.Ordinal))
            {
                return false;
            }
        }

        return !type.AllInterfaces.Any(static declared => RuntimeTypes.IsSyncHandler(declared) || RuntimeTypes.IsAsyncHandler(declared));
    }

    /// <summary>Whether the generated constructor can call the base's: what it would have to pass is not known before the type is marked.</summary>
    private static bool HasOpenBase(INamedTypeSymbol type, TypeDeclarationSyntax declaration) =>
        type.BaseType is null or { SpecialType: SpecialType.System_Object }
        || (type.IsRecord && declaration.ParameterList is not null)
        || type.BaseType.InstanceConstructors.Any(static constructor =>
            constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal);

    /// <summary>The only constructor, where the generated one has the same parameters and would do the same.</summary>
    private static ConstructorDeclarationSyntax? FindCopyingConstructor(TypeDeclarationSyntax declaration)
    {
        var constructors = declaration.Members.OfType<ConstructorDeclarationSyntax>().ToList();
        if (constructors.Count != 1
            || declaration.ParameterList is not null
            || declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            || !constructors[0].Modifiers.Any(SyntaxKind.PublicKeyword)
            || !WrittenConstructorFix.DoesNoMore(constructors[0]))
        {
            return null;
        }

        var properties = declaration.Members.OfType<PropertyDeclarationSyntax>().Where(IsFilled).ToList();
        var expected = properties.Where(static property => property.Type is not NullableTypeSyntax).Concat(properties.Where(static property => property.Type is NullableTypeSyntax));
        return constructors[0].ParameterList.Parameters
            .Select(static parameter => parameter.Modifiers.Count > 0 || parameter.Default is not null ? "" : $"{parameter.Type} {parameter.Identifier.ValueText}")
            .SequenceEqual(expected.Select(static property => $"{property.Type} {Camel(property.Identifier.ValueText)}"), StringComparer.Ordinal)
                ? constructors[0]
                : null;
    }

    /// <summary>An auto-property that a constructor fills.</summary>
    private static bool IsFilled(PropertyDeclarationSyntax property) =>
        property is { Initializer: null, ExpressionBody: null, AccessorList: { } accessors }
        && !property.Modifiers.Any(SyntaxKind.StaticKeyword)
        && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }
            && (!accessor.IsKind(SyntaxKind.SetAccessorDeclaration) || accessor.Modifiers.Any(SyntaxKind.PrivateKeyword)));

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
