using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1501: keeps the subscription and disposes it, gives it an owner, or makes it weak.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepSubscriptionFix))]
[Shared]
public sealed class KeepSubscriptionFix : DocumentFix
{
    private const string KeepKey = "DomainEvents.KeepSubscription";
    private const string OwnKey = "DomainEvents.OwnSubscription";
    private const string WeakKey = "DomainEvents.WeakSubscription";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.IgnoredSubscription];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var remedies = ImmutableArray.CreateBuilder<Remedy>(3);
        if (SubscriptionSite.Find(context, diagnostic.Location, cancellationToken) is { } site)
        {
            var canDispose = DisposeMethod.CanExtend(site.Type, site.Declaration);
            if (canDispose && KeptIn(site) is { } replaced)
            {
                remedies.Add(new Remedy(FixTexts.KeepSubscription, KeepKey, editor => Keep(editor, site, replaced)));
            }

            if (canDispose && site.IsSynchronous && site.Call.Kind is SubscribeKind.Strong or SubscribeKind.All && site.PublisherFromOutside() is { } publisher)
            {
                remedies.Add(new Remedy(FixTexts.OwnSubscription, OwnKey, editor => Own(editor, site, publisher)));
            }

            if (site.IsSynchronous
                && site.Call.Kind is SubscribeKind.Strong or SubscribeKind.All
                && site.Type.TypeKind == TypeKind.Class
                && WeakHandler.WithTarget(site) is { } handler)
            {
                remedies.Add(new Remedy(
                    FixTexts.WeakSubscription, WeakKey, editor => editor.ReplaceNode(site.Invocation, (_, _) => Weak(site, handler))));
            }
        }

        return Task.FromResult(remedies.ToImmutable());
    }

    /// <summary>What an assignment to a field takes the place of, or <see langword="null"/> where none can stand.</summary>
    private static SyntaxNode? KeptIn(SubscriptionSite site) => site.Whole.Parent switch
    {
        ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or ArgumentSyntax => site.Whole,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discard => discard,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } variable }
            when !IsNamedAgain(variable) => statement,
        _ => null,
    };

    private static bool IsNamedAgain(VariableDeclaratorSyntax variable) =>
        variable.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == variable.Identifier.ValueText) != false;

    private static void Keep(SyntaxEditor editor, SubscriptionSite site, SyntaxNode replaced)
    {
        var isNullable = (site.Model.GetNullableContext(site.Invocation.SpanStart) & NullableContext.AnnotationsEnabled) != 0;
        editor.TrackNode(replaced);
        editor.TrackNode(site.Whole);
        editor.ReplaceNode(site.Declaration, (node, generator) =>
        {
            var declaration = (TypeDeclarationSyntax)node;
            if (declaration.GetCurrentNode(replaced) is not { } current || declaration.GetCurrentNode(site.Whole) is not { } whole)
            {
                return declaration;
            }

            var field = FreeName(site.Type, declaration);
            var assignment = SyntaxFactory.AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                SyntaxFactory.IdentifierName(field).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                whole.WithoutTrivia());
            declaration = declaration.ReplaceNode(current, current is StatementSyntax
                ? SyntaxFactory.ExpressionStatement(assignment).WithTriviaFrom(current)
                : assignment.WithTriviaFrom(current));
            return DisposeMethod.Extend(SubscriptionField.Insert(declaration, field, isNullable, generator), field + "?.Dispose();", generator);
        });
    }

    private static string FreeName(INamedTypeSymbol type, TypeDeclarationSyntax declaration)
    {
        var taken = new HashSet<string>(type.MemberNames, StringComparer.Ordinal);
        taken.UnionWith(declaration.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(static variable => variable.Identifier.ValueText));
        var name = "_subscription";
        for (var number = 2; taken.Contains(name); number++)
        {
            name = "_subscription" + Generators.Text.CSharpLiteral.Int32(number);
        }

        return name;
    }

    private static void Own(SyntaxEditor editor, SubscriptionSite site, string publisher)
    {
        editor.TrackNode(site.Invocation);
        editor.ReplaceNode(site.Declaration, (node, generator) =>
        {
            var declaration = (TypeDeclarationSyntax)node;
            return declaration.GetCurrentNode(site.Invocation) is { } invocation
                ? DisposeMethod.Extend(declaration.ReplaceNode(invocation, Owned(invocation)), publisher + ".UnsubscribeOwner(this);", generator)
                : declaration;
        });
    }

    private static InvocationExpressionSyntax Owned(InvocationExpressionSyntax invocation)
    {
        var name = CallNames.Of(invocation)!;
        SimpleNameSyntax owned = name.Identifier.ValueText == "SubscribeAll"
            ? GenericName("SubscribeOwned", "global::DomainEvents.IDomainEvent")
            : name is GenericNameSyntax generic
                ? generic.WithIdentifier(SyntaxFactory.Identifier("SubscribeOwned").WithTriviaFrom(generic.Identifier))
                : SyntaxFactory.IdentifierName("SubscribeOwned").WithTriviaFrom(name);
        return WithArguments(invocation.ReplaceNode(name, owned), [SyntaxFactory.Argument(SyntaxFactory.ThisExpression()), .. invocation.ArgumentList.Arguments]);
    }

    private static InvocationExpressionSyntax Weak(SubscriptionSite site, ExpressionSyntax handler)
    {
        var position = site.Invocation.SpanStart;
        var name = GenericName(
            "SubscribeWeak",
            site.Type.ToMinimalDisplayString(site.Model, position),
            site.Call.EventType!.ToMinimalDisplayString(site.Model, position));
        var last = site.Invocation.ArgumentList.Arguments.Last();
        return WithArguments(
            site.Invocation.ReplaceNode(CallNames.Of(site.Invocation)!, name),
            [SyntaxFactory.Argument(SyntaxFactory.ThisExpression()), SyntaxFactory.Argument(handler).WithTriviaFrom(last)]);
    }

    private static InvocationExpressionSyntax WithArguments(InvocationExpressionSyntax invocation, ArgumentSyntax[] arguments) =>
        invocation.WithArgumentList(invocation.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(
            arguments, Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Length - 1))));

    private static GenericNameSyntax GenericName(string name, params string[] arguments) => SyntaxFactory.GenericName(
        SyntaxFactory.Identifier(name),
        ((GenericNameSyntax)SyntaxFactory.ParseName($"X<{string.Join(", ", arguments)}>")).TypeArgumentList.WithAdditionalAnnotations(Simplifier.Annotation));
}
