using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Dispatch.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1302: a handler class that inherits another one's handling, so that it is done twice for each event.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateHandlerAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DuplicateHandler];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.BaseType is not { SpecialType: SpecialType.None } || !EventTypeFacts.IsConcrete(type))
        {
            return;
        }

        foreach (var declared in type.AllInterfaces)
        {
            if ((RuntimeTypes.IsSyncHandler(declared) || RuntimeTypes.IsAsyncHandler(declared))
                && FindTwin(type, declared) is { } twin
                && HandlerOptionsReader.OfClass(type).Phase == HandlerOptionsReader.OfClass(twin).Phase)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.DuplicateHandler,
                    type.Locations[0],
                    twin.Locations.Where(static location => location.IsInSource),
                    type.Name,
                    twin.Name,
                    declared.TypeArguments[0].Name));
                return;
            }
        }
    }

    /// <summary>A base that is a handler by itself and whose method the class takes over as it is.</summary>
    private static INamedTypeSymbol? FindTwin(INamedTypeSymbol type, INamedTypeSymbol declared)
    {
        var implementation = HandlerImplementations.Find(type, declared);
        for (var current = type.BaseType; implementation is not null && current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (EventTypeFacts.IsConcrete(current)
                && !current.IsGenericType
                && current.AllInterfaces.Contains(declared, SymbolEqualityComparer.Default)
                && SymbolEqualityComparer.Default.Equals(HandlerImplementations.Find(current, declared), implementation)
                && !IsOverridden(implementation, type, current))
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Whether a class between the two does something else than the method that stands behind the interface.</summary>
    private static bool IsOverridden(IMethodSymbol implementation, INamedTypeSymbol type, INamedTypeSymbol twin)
    {
        for (var current = type; !SymbolEqualityComparer.Default.Equals(current, twin) && current is not null; current = current.BaseType)
        {
            if (current.GetMembers(implementation.Name).OfType<IMethodSymbol>().Any(static method => method.IsOverride))
            {
                return true;
            }
        }

        return false;
    }
}
