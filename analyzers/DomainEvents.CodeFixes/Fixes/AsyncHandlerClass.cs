using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>Makes a class that handles an event synchronously one that does so asynchronously: its base list and its method.</summary>
/// <param name="Method">The method that handles.</param>
/// <param name="Interface">The entry of the base list.</param>
internal sealed record AsyncHandlerClass(MethodDeclarationSyntax Method, GenericNameSyntax Interface)
{
    public const string Key = "DomainEvents.HandleAsynchronously";
    private const string Synchronous = "IDomainEventHandler";
    /// <summary>The parameter that a handler gets which becomes asynchronous.</summary>
    public const string Token = "cancellationToken";

    /// <summary>
    /// The change for a method, or <see langword="null"/> where it is no such handler, where somebody calls it, or where the class has
    /// something that would be in the way.
    /// </summary>
    public static async Task<AsyncHandlerClass?> PlanAsync(MethodDeclarationSyntax method, DocumentContext context, CancellationToken cancellationToken) =>
        method is { ParameterList.Parameters: { Count: 1 } parameters, Parent: TypeDeclarationSyntax { BaseList.Types: var bases } type }
        && parameters[0].Type is { } handled
        && method.Identifier.ValueText == "Handle"
        && !method.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword)
        && context.Model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
        && FindInterface(bases, handled, context, cancellationToken) is { } entry
        && !type.Members.OfType<MethodDeclarationSyntax>().Any(static member => member.Identifier.ValueText == "HandleAsync")
        && !method.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Token)
        && !await AsyncFunctions.IsReferencedAsync(symbol, context.Document.Project.Solution, cancellationToken).ConfigureAwait(false)
            ? new AsyncHandlerClass(method, entry)
            : null;

    public void Apply(SyntaxEditor editor)
    {
        editor.ReplaceNode(Interface, static (node, _) => Rename((GenericNameSyntax)node));
        editor.ReplaceNode(Method, static (node, _) => Convert((MethodDeclarationSyntax)node));
    }

    private static GenericNameSyntax? FindInterface(
        SeparatedSyntaxList<BaseTypeSyntax> bases, TypeSyntax handled, DocumentContext context, CancellationToken cancellationToken)
    {
        var eventType = context.Model.GetTypeInfo(handled, cancellationToken).Type;
        foreach (var entry in bases)
        {
            var name = entry.Type is QualifiedNameSyntax qualified ? qualified.Right : entry.Type as SimpleNameSyntax;
            if (name is GenericNameSyntax { Identifier.ValueText: Synchronous, TypeArgumentList.Arguments: { Count: 1 } arguments } generic
                && SymbolEqualityComparer.Default.Equals(context.Model.GetTypeInfo(arguments[0], cancellationToken).Type, eventType))
            {
                return generic;
            }
        }

        return null;
    }

    private static GenericNameSyntax Rename(GenericNameSyntax name) => name.WithIdentifier(
        SyntaxFactory.Identifier("IAsyncDomainEventHandler").WithTriviaFrom(name.Identifier));

    private static MethodDeclarationSyntax Convert(MethodDeclarationSyntax method)
    {
        // Two faults in one method convert it twice.
        if (method.Identifier.ValueText != "Handle")
        {
            return method;
        }

        var task = SyntaxFactory.ParseTypeName("global::System.Threading.Tasks.ValueTask")
            .WithTriviaFrom(method.ReturnType)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var token = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Token)).WithType(
            SyntaxFactory.ParseTypeName("global::System.Threading.CancellationToken")
                .WithTrailingTrivia(SyntaxFactory.Space)
                .WithAdditionalAnnotations(Simplifier.Annotation));
        var parameters = method.ParameterList.WithParameters(SyntaxFactory.SeparatedList<ParameterSyntax>(
            [.. method.ParameterList.Parameters.GetWithSeparators(), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), token]));
        var changed = AsyncFunctions.WithTask(method)
            .WithReturnType(task)
            .WithParameterList(parameters)
            .WithIdentifier(SyntaxFactory.Identifier("HandleAsync").WithTriviaFrom(method.Identifier));
        return method.ExplicitInterfaceSpecifier is { } specifier
            ? changed.WithExplicitInterfaceSpecifier(specifier.ReplaceNodes(
                specifier.DescendantNodes().OfType<GenericNameSyntax>().Where(static name => name.Identifier.ValueText == Synchronous), static (node, _) => Rename(node)))
            : changed;
    }
}
