using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Analyzers.Transactions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1421: durable events that are to keep an order, and have no version to keep it by.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnversionedStreamAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnversionedStream];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (symbols.IsTestProject || symbols.Type("DomainEvents.Persistence.StreamRef") is not { } stream || symbols.Type("DomainEvents.Persistence.IUnitOfWork") is not { } unitOfWork)
        {
            return;
        }

        context.RegisterSyntaxNodeAction(node => AnalyzeCall(node, stream, unitOfWork), SyntaxKind.InvocationExpression);
        if (symbols.Type("Microsoft.EntityFrameworkCore.DomainEventsDbContextExtensions") is not null)
        {
            var versions = new Lazy<StreamVersions>(() => StreamVersions.Read(context.Compilation));
            context.RegisterSyntaxNodeAction(node => AnalyzeEntity(node, symbols, versions), SyntaxKind.ClassDeclaration);
        }
    }

    /// <summary>A stream that is named by hand, at a call of the unit of work that takes one.</summary>
    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, INamedTypeSymbol stream, INamedTypeSymbol unitOfWork)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (CallNames.Of(invocation)?.Identifier.ValueText is not ("Enlist" or "Raise")
            || invocation.ArgumentList.Arguments.Count != 2
            || Creation(invocation.ArgumentList.Arguments[1].Expression) is not { ArgumentList.Arguments.Count: 1 } creation
            || context.SemanticModel.GetOperation(invocation, context.CancellationToken) is not IInvocationOperation call
            || !KnownSymbols.Is(call.TargetMethod.ContainingType, unitOfWork)
            || !SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type, stream)
            || (call.TargetMethod.IsGenericMethod && !IsDurable(call.TargetMethod.TypeArguments[0])))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnversionedStream, creation.GetLocation(), creation.ArgumentList.Arguments[0].ToString()));
    }

    /// <summary>The stream that is made: in place, or by a lambda.</summary>
    private static BaseObjectCreationExpressionSyntax? Creation(ExpressionSyntax expression) => expression switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: null } creation => creation,
        LambdaExpressionSyntax { ExpressionBody: { } body } => Creation(body),
        _ => null,
    };

    private static bool IsDurable(ITypeSymbol type) =>
        type is INamedTypeSymbol named
        && DomainEvents.Generators.Reading.Symbols.RuntimeSymbols.FindEventAttribute(named) is { } attribute
        && Members.EventAttributeFlags.Is(attribute, "Durable");

    /// <summary>An entity whose events are captured, in a program that asks for a strict order.</summary>
    private static void AnalyzeEntity(SyntaxNodeAnalysisContext context, KnownSymbols symbols, Lazy<StreamVersions> versions)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is { IsAbstract: false } type
            && KnownSymbols.Is(type, symbols.HasDomainEvents)
            && symbols.Entities.Contains(type)
            && versions.Value is { IsStrict: true } known
            && !known.MayHaveVersion(type)
            && RaisingTypes.RaisesDurable(declaration, context.SemanticModel, symbols, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnversionedStream, declaration.Identifier.GetLocation(), type.Name));
        }
    }
}
