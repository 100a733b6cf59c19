using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>
/// A handler class to be written behind the type around a place. It is synchronous, because such a handler serves both ways of
/// publishing, and throws until somebody writes its body: an event that is swallowed would look handled.
/// </summary>
/// <param name="Behind">The declaration or statement behind which the class goes.</param>
/// <param name="Handler">The class.</param>
internal sealed record WrittenHandler(SyntaxNode Behind, MemberDeclarationSyntax Handler)
{
    /// <summary>The class for an event, or <see langword="null"/> where its name is taken or the event cannot be named there.</summary>
    public static WrittenHandler? Plan(DocumentContext context, INamedTypeSymbol domainEvent, SyntaxNode place)
    {
        if (FindNeighbour(place) is not { } behind
            || !context.Model.IsAccessible(behind.SpanStart, domainEvent)
            || IsHidden(domainEvent)
            || context.Model.LookupNamespacesAndTypes(behind.SpanStart, name: domainEvent.Name + "Handler").Length > 0)
        {
            return null;
        }

        var isPublic = IsPublic(domainEvent) && SymbolEqualityComparer.Default.Equals(domainEvent.ContainingAssembly, context.Model.Compilation.Assembly);
        var type = domainEvent.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var text = $$"""
            {{(isPublic ? "public" : "internal")}} sealed class {{domainEvent.Name}}Handler : global::DomainEvents.IDomainEventHandler<{{type}}>
            {
                public void Handle({{type}} domainEvent)
                {
                    throw new global::System.NotImplementedException();
                }
            }
            """;
        var endsLine = behind.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var end = SyntaxFactory.EndOfLine(context.LineEnd);
        var handler = SyntaxFactory.ParseMemberDeclaration(text)!
            .NormalizeWhitespace(eol: context.LineEnd)
            .WithLeadingTrivia(Enumerable.Repeat(end, endsLine ? 1 : 2))
            .WithTrailingTrivia(Enumerable.Repeat(end, endsLine ? 1 : 0))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return new WrittenHandler(behind, handler);
    }

    public void AddTo(SyntaxEditor editor) => editor.InsertAfter(Behind, Handler);

    /// <summary>The outermost type around the place; behind top-level statements, the last thing in the file.</summary>
    private static SyntaxNode? FindNeighbour(SyntaxNode place)
    {
        foreach (var node in place.AncestorsAndSelf())
        {
            switch (node)
            {
                case BaseTypeDeclarationSyntax { Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax }:
                    return node;
                case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }:
                    return unit.Members.Last();
            }
        }

        return null;
    }

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));

    /// <summary>Whether only the type around the event sees it, or only its file.</summary>
    private static bool IsHidden(INamedTypeSymbol type) =>
        type.IsFileLocal
        || type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
        || (type.ContainingType is { } outer && IsHidden(outer));
}
