using System.Runtime.CompilerServices;
using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>
/// Where one file creates objects, by simple name and without binding anything. Kept as long as the file; read when somebody asks who raises
/// an event, which a build never does.
/// </summary>
internal sealed class EventRaisers
{
    private static readonly ConditionalWeakTable<SyntaxTree, EventRaisers> s_trees = new();

    private EventRaisers(SyntaxNode root) => All = [.. root.DescendantNodes()
        .Select(static node => (Node: node, Type: CreatedBy(node)))
        .Where(static made => made.Type.Length > 0)
        .Select(static made => (made.Type, MemberAround(made.Node), made.Node.GetLocation()))];

    /// <summary>What is created, by which member and where, in the order of the text.</summary>
    public IReadOnlyList<(string Type, string Member, Location Place)> All { get; }

    public static EventRaisers Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_trees.TryGetValue(tree, out var known) ? known : s_trees.GetValue(tree, key => new EventRaisers(key.GetRoot(cancellationToken)));

    private static string CreatedBy(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax creation => SyntaxText.TypeName(creation.Type),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Rent", Expression: IdentifierNameSyntax type } } => type.Identifier.ValueText,
        _ => "",
    };

    /// <summary><c>Order.Place</c>: the type and the member around a node.</summary>
    private static string MemberAround(SyntaxNode node)
    {
        var member = node.Ancestors().FirstOrDefault(static ancestor => ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax);
        var type = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.ValueText;
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
            _ => null,
        };
        return type is null ? "Program" : name is null ? type : type + "." + name;
    }
}
