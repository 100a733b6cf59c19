using DomainEvents.Generators.Reading.Symbols;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>A constructor to be written: it hands the base what the base wants, checks the event's own values and sets them.</summary>
internal sealed record ConstructorPlan(EventSymbol Source, IMethodSymbol Called, IReadOnlyList<EventMemberSymbol> Members)
{
    public SyntaxNode Write(SyntaxGenerator generator)
    {
        // Values that may be left out stand last.
        var own = Members.OrderBy(IsOptional).ToList();
        var parameters = Called.Parameters
            .Select(parameter => generator.ParameterDeclaration(parameter.Name, generator.TypeExpression(parameter.Type)))
            .Concat(own.Select(member => generator.ParameterDeclaration(
                CSharpIdentifier.ToCamelCase(member.Name),
                generator.TypeExpression(member.Type),
                IsOptional(member) ? generator.NullLiteralExpression() : null)));
        return generator.ConstructorDeclaration(
            Source.Type.Name,
            parameters,
            Source.Type.IsAbstract ? Accessibility.Protected : Accessibility.Public,
            baseConstructorArguments: Called.Parameters.Select(parameter => generator.Argument(generator.IdentifierName(parameter.Name))),
            statements: own.Where(IsChecked).Select(member => Check(generator, member)).Concat(own.Select(member => Assign(generator, member))));
    }

    private static bool IsOptional(EventMemberSymbol member) =>
        member.Type.NullableAnnotation == NullableAnnotation.Annotated || member.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsChecked(EventMemberSymbol member) => member.Type.IsReferenceType && !IsOptional(member);

    private static SyntaxNode Check(SyntaxGenerator generator, EventMemberSymbol member)
    {
        var (exception, method) = member.Type.SpecialType == SpecialType.System_String
            ? ("global::System.ArgumentException", "ThrowIfNullOrWhiteSpace")
            : ("global::System.ArgumentNullException", "ThrowIfNull");
        return generator.ExpressionStatement(generator.InvocationExpression(
            generator.MemberAccessExpression(Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(exception), method),
            generator.IdentifierName(CSharpIdentifier.ToCamelCase(member.Name))));
    }

    private static SyntaxNode Assign(SyntaxGenerator generator, EventMemberSymbol member) => generator.ExpressionStatement(generator.AssignmentStatement(
        generator.IdentifierName(member.Name),
        generator.IdentifierName(CSharpIdentifier.ToCamelCase(member.Name))));
}
