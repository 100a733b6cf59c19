using System.Runtime.CompilerServices;
using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>
/// How one file mentions types, by simple name and without binding anything. Kept as long as the file: an edit elsewhere costs nothing.
/// </summary>
internal sealed class TreeMentions
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeMentions> s_trees = new();

    /// <summary>Names after <c>new</c>.</summary>
    public HashSet<string> Created { get; } = new(StringComparer.Ordinal);

    /// <summary>Names where somebody looks out for a type: patterns, casts, <c>typeof</c>, subscriptions, parameters of lambdas.</summary>
    public HashSet<string> Watched { get; } = new(StringComparer.Ordinal);

    /// <summary>Names as the type of something: parameters, members, type arguments. Of an event itself that may mean a listener; of a base it may mean a buffer.</summary>
    public HashSet<string> Typed { get; } = new(StringComparer.Ordinal);

    /// <summary>Names in the signatures of handlers.</summary>
    public HashSet<string> Handled { get; } = new(StringComparer.Ordinal);

    /// <summary>Every other name.</summary>
    public HashSet<string> Others { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of declared types, each as often as it is declared.</summary>
    public List<string> Declared { get; } = [];

    /// <summary>The names of declared types, each with those of its bases.</summary>
    public List<(string Type, string Base)> Derived { get; } = [];

    /// <summary>Where <c>AddDomainEvents</c> is first called, or where a publisher is first made without a container.</summary>
    public InvocationExpressionSyntax? Registration { get; private set; }

    /// <summary>Where a publisher is first made without a container.</summary>
    public ObjectCreationExpressionSyntax? PublisherCreation { get; private set; }

    /// <summary>Whether something subscribes to all events.</summary>
    public bool SubscribesToAll { get; private set; }

    public static TreeMentions Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_trees.TryGetValue(tree, out var known))
        {
            return known;
        }

        var read = new TreeMentions();
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            read.Add(node);
        }

        return s_trees.GetValue(tree, _ => read);
    }

    private void Add(SyntaxNode node)
    {
        switch (node)
        {
            case SimpleNameSyntax name:
                Add(name);
                break;
            case BaseTypeDeclarationSyntax type:
                Declared.Add(type.Identifier.ValueText);
                Derived.AddRange((type.BaseList?.Types ?? []).Select(known => (type.Identifier.ValueText, SyntaxText.TypeName(known.Type))));
                break;
            case ImplicitObjectCreationExpressionSyntax creation:
                AddImplicit(creation);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddDomainEvents" } } call:
                Registration ??= call;
                break;
            case ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "DomainEventPublisher" } } creation:
                PublisherCreation ??= creation;
                break;
        }
    }

    private void Add(SimpleNameSyntax name)
    {
        var text = name.Identifier.ValueText;
        if (text is "SubscribeAll" || (text is "IDomainEvent" && IsSubscribed(name)))
        {
            SubscribesToAll = true;
        }

        Kind(name, text).Add(text);
    }

    private HashSet<string> Kind(SimpleNameSyntax name, string text)
    {
        SyntaxNode type = name;
        while (type.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax or NullableTypeSyntax or ArrayTypeSyntax)
        {
            if (type.Parent is QualifiedNameSyntax qualified && qualified.Left == type)
            {
                return Others;
            }

            type = type.Parent;
        }

        return type.Parent switch
        {
            ObjectCreationExpressionSyntax => Created,
            TypeArgumentListSyntax { Parent: GenericNameSyntax generic } => IsHandlerInterface(generic) ? Handled : IsListener(generic) ? Watched : Typed,
            ParameterSyntax parameter => IsHandlerParameter(parameter) ? Handled : IsListener(parameter) ? Watched : Typed,
            UsingDirectiveSyntax { Alias: not null } => Watched,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => Watched,
            CaseSwitchLabelSyntax or ConstantPatternSyntax or DeclarationPatternSyntax or TypePatternSyntax or RecursivePatternSyntax => Watched,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } => Watched,
            CastExpressionSyntax or TypeOfExpressionSyntax => Watched,
            PropertyDeclarationSyntax or ForEachStatementSyntax or VariableDeclarationSyntax { Parent: FieldDeclarationSyntax } => Typed,
            MemberAccessExpressionSyntax access when IsEventType(access, type) => Watched,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Rent" } access when access.Expression == type => Created,
            _ => Others,
        };

        // EventTypes.OrderPlaced, and OrderPlaced.EventTypeName: somebody compares names.
        bool IsEventType(MemberAccessExpressionSyntax access, SyntaxNode part) => access.Expression == part
            ? access.Name.Identifier.ValueText == "EventTypeName"
            : text.Length > 0 && access.Expression is SimpleNameSyntax { Identifier.ValueText: "EventTypes" }
                or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EventTypes" };
    }

    /// <summary><c>new(...)</c>: what it makes is said by the declaration around it, if it is said nearby.</summary>
    private void AddImplicit(ImplicitObjectCreationExpressionSyntax creation)
    {
        TypeSyntax? type = null;
        foreach (var node in creation.Ancestors())
        {
            type = node switch
            {
                VariableDeclarationSyntax variable => variable.Type,
                PropertyDeclarationSyntax property => property.Type,
                MethodDeclarationSyntax method => method.ReturnType,
                LocalFunctionStatementSyntax function => function.ReturnType,
                _ => null,
            };
            if (type is not null || node is MemberDeclarationSyntax)
            {
                break;
            }
        }

        foreach (var name in type?.DescendantNodesAndSelf().OfType<SimpleNameSyntax>() ?? [])
        {
            Created.Add(name.Identifier.ValueText);
        }
    }

    private static bool IsHandlerInterface(GenericNameSyntax generic) =>
        generic.Identifier.ValueText is "IDomainEventHandler" or "IAsyncDomainEventHandler" && generic.FirstAncestorOrSelf<BaseListSyntax>() is not null;

    /// <summary><c>Subscribe&lt;T&gt;</c>, <c>INotificationHandler&lt;T&gt;</c>, <c>OfType&lt;T&gt;</c> and their like.</summary>
    private static bool IsListener(GenericNameSyntax generic) =>
        generic.Identifier.ValueText is "OfType" or "Cast" or "Action" or "Func"
        || generic.Identifier.ValueText.StartsWith("Subscribe", StringComparison.Ordinal)
        || generic.Identifier.ValueText.Contains("Handle") || generic.Identifier.ValueText.Contains("Consume") || generic.Identifier.ValueText.Contains("Listen");

    /// <summary>A lambda's parameter, or one of a method that applies what it is given: <c>Apply</c>, <c>When</c>, <c>On</c>, <c>Consume</c>.</summary>
    private static bool IsListener(ParameterSyntax parameter) =>
        parameter.Parent is not ParameterListSyntax { Parent: MethodDeclarationSyntax method }
            ? parameter.Parent?.Parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
            : method.Identifier.ValueText is "Apply" or "When" or "Evolve" or "Consume" or "Project" || method.Identifier.ValueText.StartsWith("On", StringComparison.Ordinal)
                || method.Identifier.ValueText.StartsWith("Handle", StringComparison.Ordinal);

    private static bool IsHandlerParameter(ParameterSyntax parameter) =>
        parameter.Parent is ParameterListSyntax { Parent: MethodDeclarationSyntax method } list
        && list.Parameters[0] == parameter
        && (method.Identifier.ValueText is "Handle" or "HandleAsync" || method.AttributeLists.Count > 0);

    private static bool IsSubscribed(SimpleNameSyntax name) =>
        name.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax generic }
        && generic.Identifier.ValueText.StartsWith("Subscribe", StringComparison.Ordinal);
}
