using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1008: the analyzers of the package have arrived without its assembly, or beside an older one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuntimeReferenceAnalyzer : DiagnosticAnalyzer
{
    private static readonly Version s_version = typeof(DomainEventGenerator).Assembly.GetName().Version;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.RuntimeReference];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Reason(KnownSymbols.Find(start.Compilation)) is { } reason)
            {
                start.RegisterSyntaxNodeAction(node => Analyze(node, reason), SyntaxKind.Attribute);
            }
        });
    }

    private static LocalizableString? Reason(KnownSymbols? symbols)
    {
        if (symbols is null)
        {
            return Texts.Get("DEVT1008_Missing");
        }

        var runtime = symbols.DomainEventAttribute.ContainingAssembly.Identity.Version;
        return runtime < s_version ? Texts.Get("DEVT1008_Older", runtime.ToString()) : null;
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, LocalizableString reason)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.Parent?.Parent is TypeDeclarationSyntax
            && KnownAttributeNames.FromSimpleName(SyntaxText.LastName(attribute.Name)) == KnownAttributes.DomainEvent
            && IsOursOrUnknown(context, attribute))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.RuntimeReference, attribute.Name.GetLocation(), reason, GeneratedFile.ToolVersion));
        }
    }

    private static bool IsOursOrUnknown(SyntaxNodeAnalysisContext context, AttributeSyntax attribute) =>
        context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken) switch
        {
            { Symbol: { } constructor } => KnownAttributeNames.FromSymbol(constructor.ContainingType) == KnownAttributes.DomainEvent,
            { CandidateSymbols.IsEmpty: true } => context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is null or IErrorTypeSymbol,
            _ => false,
        };
}
