using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>The interface that takes the place of a base class, and the event that implements it.</summary>
/// <param name="Name">The interface's name.</param>
/// <param name="Values">What it demands.</param>
/// <param name="Entry">The event's base, as written.</param>
/// <param name="Declaration">The event.</param>
/// <param name="IsThere">Whether such an interface is declared already.</param>
/// <param name="LineEnd">How the document ends its lines.</param>
internal sealed record ValueInterface(
    string Name, ValueBase Values, BaseTypeSyntax Entry, TypeDeclarationSyntax Declaration, bool IsThere, string LineEnd)
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary><see langword="null"/> where the name is taken by something else.</summary>
    public static ValueInterface? Plan(ValueBase values, BaseTypeSyntax entry, TypeDeclarationSyntax declaration, DocumentContext context)
    {
        var name = "I" + values.Type.Name;
        if (Container(declaration) is null || entry is not SimpleBaseTypeSyntax)
        {
            return null;
        }

        var taken = context.Model.LookupNamespacesAndTypes(Outermost(declaration).SpanStart, name: name);
        return taken.Length switch
        {
            0 => new ValueInterface(name, values, entry, declaration, false, context.LineEnd),
            1 when taken[0] is INamedTypeSymbol { TypeKind: TypeKind.Interface } known && IsSame(known, values) =>
                new ValueInterface(name, values, entry, declaration, true, context.LineEnd),
            _ => null,
        };
    }

    public void Apply(SyntaxEditor editor)
    {
        editor.ReplaceNode(Entry, (node, _) => ((SimpleBaseTypeSyntax)node).WithType(SyntaxFactory.IdentifierName(Name).WithTriviaFrom(((SimpleBaseTypeSyntax)node).Type)));
        editor.ReplaceNode(Declaration, (node, _) => AddValues((TypeDeclarationSyntax)node));
        if (!IsThere)
        {
            // At the end: several events of one base want it once.
            editor.ReplaceNode(Container(Declaration)!, (node, _) => AddInterface(node));
        }
    }

    private static bool IsSame(INamedTypeSymbol contract, ValueBase values) =>
        contract.GetMembers().OfType<IPropertySymbol>().Select(static member => (member.Name, member.Type.ToDisplayString()))
            .SequenceEqual(values.Values.Select(static value => (value.Name, value.Type.ToDisplayString())))
        && contract.AllInterfaces.IsEmpty;

    private static SyntaxNode Outermost(SyntaxNode declaration) =>
        declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Last();

    private static SyntaxNode? Container(SyntaxNode declaration) =>
        Outermost(declaration).Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax ? Outermost(declaration).Parent : null;

    private TypeDeclarationSyntax AddValues(TypeDeclarationSyntax declaration)
    {
        var end = SyntaxFactory.EndOfLine(LineEnd);
        var members = Values.Values
            .Select((value, number) => SyntaxFactory.ParseMemberDeclaration($"public {value.Type.ToDisplayString(s_format)} {value.Name} {{ get; }}")!
                .WithLeadingTrivia(Enumerable.Repeat(end, number == 0 ? 0 : 1))
                .WithTrailingTrivia(end)
                .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation))
            .ToList();
        if (declaration.Members.Count > 0)
        {
            var first = declaration.Members[0];
            return declaration.WithMembers([.. members, first.WithLeadingTrivia(first.GetLeadingTrivia().Insert(0, end)), .. declaration.Members.Skip(1)]);
        }

        return (declaration.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken) && !declaration.OpenBraceToken.IsMissing
                ? declaration
                : declaration.WithSemicolonToken(default)
                    .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(end).WithTrailingTrivia(end))
                    .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(declaration.SemicolonToken.TrailingTrivia)))
            .WithMembers([.. members])
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private SyntaxNode AddInterface(SyntaxNode container)
    {
        var members = container is BaseNamespaceDeclarationSyntax scope ? scope.Members : ((CompilationUnitSyntax)container).Members;
        if (members.Any(member => member is InterfaceDeclarationSyntax declared && declared.Identifier.ValueText == Name))
        {
            return container;
        }

        var isPublic = Values.Type.DeclaredAccessibility == Accessibility.Public;
        var text = (isPublic ? "public " : "internal ") + $"interface {Name} {{ "
            + string.Concat(Values.Values.Select(static value => $"{value.Type.ToDisplayString(s_format)} {value.Name} {{ get; }} ")) + "}";
        var last = members.Last();
        var endsLine = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var end = SyntaxFactory.EndOfLine(LineEnd);
        var contract = SyntaxFactory.ParseMemberDeclaration(text)!
            .NormalizeWhitespace(eol: LineEnd)
            .WithLeadingTrivia(Enumerable.Repeat(end, endsLine ? 1 : 2))
            .WithTrailingTrivia(Enumerable.Repeat(end, endsLine ? 1 : 0))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return container switch
        {
            CompilationUnitSyntax unit => unit.WithMembers(unit.Members.Add(contract)),
            BaseNamespaceDeclarationSyntax declared => declared.WithMembers(declared.Members.Add(contract)),
            _ => container,
        };
    }
}
