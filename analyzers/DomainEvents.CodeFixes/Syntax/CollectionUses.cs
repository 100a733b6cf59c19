using DomainEvents.CodeFixes.Fixes;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.CodeFixes.Syntax;

/// <summary>Tells whether everything that sets or reads a collection goes on compiling with another type. What is not known to does not.</summary>
internal static class CollectionUses
{
    public static async Task<bool> AllowAsync(EventValue value, INamedTypeSymbol target, DocumentContext context, CancellationToken cancellationToken)
    {
        var solution = context.Document.Project.Solution;
        foreach (var symbol in value.Type.InstanceConstructors.Cast<ISymbol>().Prepend(value.Symbol))
        {
            foreach (var (place, node) in await References.FindAsync(symbol, solution, cancellationToken).ConfigureAwait(false))
            {
                if (!(symbol is IMethodSymbol ? Creates(node, value, target, place.Model) : Uses(node, target, place.Model)))
                {
                    return false;
                }
            }
        }

        return value.Declaration is not PropertyDeclarationSyntax { Initializer.Value: var initial } || Converts(initial, target, context.Model);
    }

    /// <summary>Whether what makes an event gives a value that the new type takes.</summary>
    private static bool Creates(SyntaxNode node, EventValue value, INamedTypeSymbol target, SemanticModel model)
    {
        var creation = node.AncestorsAndSelf().FirstOrDefault(static candidate =>
            candidate is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or MemberDeclarationSyntax);
        var arguments = creation switch
        {
            BaseObjectCreationExpressionSyntax made => made.ArgumentList,
            ConstructorInitializerSyntax initializer => initializer.ArgumentList,
            PrimaryConstructorBaseTypeSyntax primary => primary.ArgumentList,
            _ => null,
        };
        return arguments is not null && arguments.Arguments.All(argument =>
            model.GetOperation(argument) is IArgumentOperation { Parameter: { } parameter }
            && (!IsParameterOf(parameter, value) || Converts(argument.Expression, target, model)));
    }

    private static bool IsParameterOf(IParameterSymbol parameter, EventValue value) =>
        parameter.Name == value.Name || parameter.Name == CSharpIdentifier.ToCamelCase(value.Name);

    /// <summary>Whether an expression is of a type that converts to the new one, or takes the type that it is given.</summary>
    private static bool Converts(ExpressionSyntax expression, INamedTypeSymbol target, SemanticModel model) => expression switch
    {
        CollectionExpressionSyntax => target.Name is "ImmutableArray" or "IReadOnlyList",
        ImplicitObjectCreationExpressionSyntax => false,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } => target.IsReferenceType,
        _ => model.GetTypeInfo(expression).Type is { } type && model.Compilation.ClassifyConversion(type, target).IsImplicit,
    };

    private static bool Uses(SyntaxNode node, INamedTypeSymbol target, SemanticModel model)
    {
        var use = (ExpressionSyntax?)(node as SimpleNameSyntax);
        if (use?.Parent is MemberAccessExpressionSyntax access && access.Name == use)
        {
            use = access;
        }

        return use?.Parent switch
        {
            ForEachStatementSyntax loop => loop.Expression == use,
            ElementAccessExpressionSyntax element => element.Expression == use
                && element.Parent is not AssignmentExpressionSyntax
                && model.GetTypeInfo(element.ArgumentList.Arguments[0].Expression).Type is { } index
                && Members<IPropertySymbol>(target).Any(member => member is { IsIndexer: true, Parameters: { Length: 1 } parameters }
                    && model.Compilation.ClassifyConversion(index, parameters[0].Type).IsImplicit),
            MemberAccessExpressionSyntax outer => outer.Expression == use && Offers(outer, target, model),
            AssignmentExpressionSyntax assignment => assignment.Left == use && Converts(assignment.Right, target, model),
            ArgumentSyntax argument => IsNamed(argument)
                || (model.GetOperation(argument) is IArgumentOperation { Parameter: { RefKind: RefKind.None, Type: var type, OriginalDefinition.Type: not ITypeParameterSymbol } }
                    && model.Compilation.ClassifyConversion(target, type).IsImplicit),
            _ => false,
        };
    }

    /// <summary>Whether the new type has a member of this name, or an extension method takes it as well.</summary>
    private static bool Offers(MemberAccessExpressionSyntax access, INamedTypeSymbol target, SemanticModel model) => model.GetSymbolInfo(access).Symbol switch
    {
        IPropertySymbol property => Members<IPropertySymbol>(target).Any(member => member.Name == property.Name && SymbolEqualityComparer.Default.Equals(member.Type, property.Type)),
        IMethodSymbol { ReducedFrom.Parameters: var parameters } => target.AllInterfaces.Add(target)
            .Any(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, parameters[0].Type.OriginalDefinition)),
        IMethodSymbol method => Members<IMethodSymbol>(target).Any(member => member.Name == method.Name && member.Parameters.Length == method.Parameters.Length
            && SymbolEqualityComparer.Default.Equals(member.ReturnType, method.ReturnType)),
        _ => false,
    };

    private static IEnumerable<TMember> Members<TMember>(INamedTypeSymbol type)
        where TMember : ISymbol =>
        (type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Add(type) : [type])
            .SelectMany(static candidate => candidate.GetMembers().OfType<TMember>())
            .Where(static member => member.DeclaredAccessibility == Accessibility.Public);

    private static bool IsNamed(ArgumentSyntax argument) =>
        argument.Parent?.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };
}
