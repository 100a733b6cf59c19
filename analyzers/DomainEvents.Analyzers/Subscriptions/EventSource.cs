using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Where the object comes from whose event a handler is attached to.</summary>
/// <param name="Kind">How the subscriber got it.</param>
/// <param name="Root">What the chain of members begins with; <see langword="null"/> for a static event.</param>
/// <param name="Type">The type of the root.</param>
internal readonly record struct EventSource(EventSourceKind Kind, IOperation? Root, ITypeSymbol? Type)
{
    public static EventSource Of(IEventReferenceOperation reference, INamedTypeSymbol subscriber)
    {
        if (reference.Instance is null)
        {
            return new(IsOwnType(reference.Event.ContainingType, subscriber) || IsOfProcess(reference.Event.ContainingType) ? EventSourceKind.Own : EventSourceKind.Static, null, null);
        }

        var root = RuntimeCalls.WithoutConversion(reference.Instance);
        while (root is IMemberReferenceOperation { Instance: { } instance } member && instance is not IInstanceReferenceOperation)
        {
            if (member is IPropertyReferenceOperation { Arguments.IsEmpty: false })
            {
                return new(EventSourceKind.Unknown, root, null);
            }

            root = RuntimeCalls.WithoutConversion(instance);
        }

        return new(KindOf(root, subscriber), root, root.Type);
    }

    private static EventSourceKind KindOf(IOperation root, INamedTypeSymbol subscriber) => root switch
    {
        IInstanceReferenceOperation => EventSourceKind.Own,
        IMemberReferenceOperation { Member: { IsStatic: true } member } =>
            IsOwnType(member.ContainingType, subscriber) || IsOfProcess(member.ContainingType) ? EventSourceKind.Own : EventSourceKind.Static,
        IMemberReferenceOperation { Member: (IFieldSymbol or IPropertySymbol) and var member } => KindOf(member, subscriber),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } => KindOf(parameter, method, subscriber),
        _ => EventSourceKind.Unknown,
    };

    private static EventSourceKind KindOf(ISymbol member, INamedTypeSymbol subscriber)
    {
        if (PublisherOrigin.IsMadeOrEndedBy(subscriber, member.Name))
        {
            return EventSourceKind.Own;
        }

        return member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InjectAttribute") || IsAssignedFromConstructor(member, subscriber)
            ? EventSourceKind.Injected
            : EventSourceKind.Member;
    }

    private static EventSourceKind KindOf(IParameterSymbol parameter, IMethodSymbol method, INamedTypeSymbol subscriber)
    {
        if (method.MethodKind != MethodKind.Constructor)
        {
            return method.MethodKind == MethodKind.PropertySet && parameter.IsImplicitlyDeclared ? EventSourceKind.SetterValue : EventSourceKind.Unknown;
        }

        // A parameter that goes into a member which the type disposes is the type's own.
        return Assignments(subscriber).Any(assignment => Values(assignment.Value).Any(value => value == parameter.Name)
            && PublisherOrigin.IsMadeOrEndedBy(subscriber, assignment.Member))
            ? EventSourceKind.Own
            : EventSourceKind.Injected;
    }

    private static bool IsAssignedFromConstructor(ISymbol member, INamedTypeSymbol subscriber)
    {
        var parameters = new HashSet<string>(
            subscriber.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Select(static parameter => parameter.Name), StringComparer.Ordinal);
        return Assignments(subscriber).Any(assignment => assignment.Member == member.Name && Values(assignment.Value).Any(parameters.Contains));
    }

    /// <summary>What constructors and initialisers put into members, by name.</summary>
    private static IEnumerable<(string Member, ExpressionSyntax Value)> Assignments(INamedTypeSymbol type)
    {
        foreach (var node in type.DeclaringSyntaxReferences.SelectMany(static reference => reference.GetSyntax().DescendantNodes()))
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: TupleExpressionSyntax left, Right: TupleExpressionSyntax right } when left.Arguments.Count == right.Arguments.Count:
                    for (var i = 0; i < left.Arguments.Count; i++)
                    {
                        yield return (Name(left.Arguments[i].Expression), right.Arguments[i].Expression);
                    }

                    break;
                case AssignmentExpressionSyntax assignment when assignment.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null:
                    yield return (Name(assignment.Left), assignment.Right);
                    break;
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax, Initializer.Value: var value } field:
                    yield return (field.Identifier.ValueText, value);
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: var value } property:
                    yield return (property.Identifier.ValueText, value);
                    break;
            }
        }
    }

    private static IEnumerable<string> Values(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => [name.Identifier.ValueText],
        BinaryExpressionSyntax { Right: ThrowExpressionSyntax } checkedValue when checkedValue.IsKind(SyntaxKind.CoalesceExpression) => Values(checkedValue.Left),
        _ => [],
    };

    private static string Name(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsOwnType(INamedTypeSymbol declaring, INamedTypeSymbol subscriber)
    {
        for (var current = subscriber; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, declaring.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Events of the process itself, which are handled once and to the end.</summary>
    private static bool IsOfProcess(INamedTypeSymbol type) =>
        type.Name is "AppDomain" or "Console" or "TaskScheduler" or "AssemblyLoadContext" or "PosixSignalRegistration";
}

/// <summary>How a subscriber got the object whose event it attaches to.</summary>
internal enum EventSourceKind
{
    /// <summary>In a way that says nothing of how long it lives.</summary>
    Unknown,

    /// <summary>It is the subscriber, or is made or disposed by it.</summary>
    Own,

    /// <summary>A static event, or a member of a static one.</summary>
    Static,

    /// <summary>Given to the constructor, or to a property that is injected.</summary>
    Injected,

    /// <summary>A member that is set elsewhere.</summary>
    Member,

    /// <summary>The value of the setter that attaches.</summary>
    SetterValue,
}
