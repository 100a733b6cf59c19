using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Refactorings;

/// <summary>Offers, on an event's name, to write a handler for it.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(AddHandlerRefactoring))]
[Shared]
public sealed class AddHandlerRefactoring : DocumentRefactoring
{
    internal const string Key = "DomainEvents.AddHandler";

    private protected override ImmutableArray<Remedy> FindRemedies(DocumentContext context, SyntaxToken token, CancellationToken cancellationToken) =>
        token.Parent is TypeDeclarationSyntax declaration
        && declaration.Identifier == token
        && KnownSymbols.Find(context.Model.Compilation) is { } symbols
        && context.Model.GetDeclaredSymbol(declaration, cancellationToken) is { IsGenericType: false, IsFileLocal: false } type
        && symbols.FindEventAttribute(type) is not null
        && WrittenHandler.Plan(context, type, declaration) is { } handler
            ? [new Remedy(FixTexts.WriteHandler(type.Name), Key, handler.AddTo)]
            : [];
}
