using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Dispatch.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1312: a handler that the generator cannot call, so that no event ever reaches it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreachableHandlerAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnreachableHandler];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        var forbidden = new Lazy<ForbiddenTypes>(() => new ForbiddenTypes(context.Compilation));
        context.RegisterSymbolAction(symbol => AnalyzeClass(symbol, symbols, forbidden), SymbolKind.NamedType);
        context.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, forbidden), SymbolKind.Method);
    }

    private static void AnalyzeClass(SymbolAnalysisContext context, KnownSymbols symbols, Lazy<ForbiddenTypes> forbidden)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract || type.IsStatic || !IsHandlerClass(type))
        {
            return;
        }

        // What somebody makes or derives from is called by them; only what nobody mentions waits for events in vain.
        if (ReasonOfClass(type, forbidden) is { } reason && !symbols.Flow.IsMentioned(type))
        {
            Report(context, type.Locations[0], type.Name, reason);
        }
    }

    private static bool IsHandlerClass(INamedTypeSymbol type) => type.AllInterfaces.Any(static declared =>
        (RuntimeTypes.IsSyncHandler(declared) || RuntimeTypes.IsAsyncHandler(declared)) && declared.TypeArguments[0].TypeKind != TypeKind.Error);

    private static LocalizableString? ReasonOfClass(INamedTypeSymbol type, Lazy<ForbiddenTypes> forbidden)
    {
        if (type.TypeKind == TypeKind.Struct)
        {
            return Texts.Get("DEVT1312_Struct");
        }

        if (FileLocal(type) is { } local)
        {
            return Texts.Get("DEVT1312_File", local.Name);
        }

        if (!EventTypeFacts.IsClosed(type))
        {
            return Texts.Get("DEVT1312_Generic");
        }

        var findings = new List<HandlerFinding>();
        HandlerClassReader.Read(type, forbidden.Value, findings);
        return NotPartial(findings);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, Lazy<ForbiddenTypes> forbidden)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.MethodKind == MethodKind.Ordinary
            && HandlerOptionsReader.Find(method) is not null
            && !HandlerImplementations.IsImplementation(method.ContainingType, method)
            && !method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Error)
            && method.ReturnType.TypeKind != TypeKind.Error
            && ReasonOfMethod(method, forbidden) is { } reason)
        {
            Report(context, method.Locations[0], method.Name, reason);
        }
    }

    private static LocalizableString? ReasonOfMethod(IMethodSymbol method, Lazy<ForbiddenTypes> forbidden)
    {
        var findings = new List<HandlerFinding>();
        HandlerMethodReader.Read(method.ContainingType, forbidden.Value, findings);
        var name = TypeNames.Readable(method.ContainingType) + "." + method.Name;
        var own = findings
            .Where(finding => finding.Model.Name == name && SymbolEqualityComparer.Default.Equals(finding.HandledType, method.Parameters.FirstOrDefault()?.Type))
            .ToList();
        if (own.Count > 0)
        {
            return NotPartial(own);
        }

        if (method.IsGenericMethod || !EventTypeFacts.IsClosed(method.ContainingType))
        {
            return Texts.Get("DEVT1312_Generic");
        }

        if (FileLocal(method.ContainingType) is { } local)
        {
            return Texts.Get("DEVT1312_File", local.Name);
        }

        if (method.Parameters.IsEmpty || !EventTypeFacts.IsEvent(method.Parameters[0].Type))
        {
            return Texts.Get("DEVT1312_NoEvent");
        }

        if (method.Parameters.FirstOrDefault(static parameter => parameter.RefKind != RefKind.None) is { } byReference)
        {
            return Texts.Get("DEVT1312_Reference", byReference.Name);
        }

        if (method.Parameters.Skip(1).FirstOrDefault(static parameter => !parameter.IsOptional && !IsService(parameter)) is { } odd)
        {
            return Texts.Get("DEVT1312_Parameter", odd.Name);
        }

        if (method.Parameters.Skip(1).FirstOrDefault(parameter => ServiceKey.Of(parameter, forbidden.Value) is null) is { } keyed)
        {
            return Texts.Get("DEVT1312_Key", keyed.Name);
        }

        if (!method.IsStatic && !EventTypeFacts.IsConcrete(method.ContainingType))
        {
            return Texts.Get("DEVT1312_NoInstance", method.ContainingType.Name);
        }

        return method.ReturnsVoid || Handlers.TaskFacts.IsTask(method.ReturnType) && method.ReturnType is INamedTypeSymbol { Arity: 0 }
            ? null
            : Texts.Get("DEVT1312_Returns");
    }

    /// <summary>Whether a container may hold such a thing.</summary>
    private static bool IsService(IParameterSymbol parameter) =>
        !parameter.IsParams
        && parameter.Type is INamedTypeSymbol { IsRefLikeType: false } type
        && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

    /// <summary>What is nested privately is registered from inside the type around it, which must then have a part for that.</summary>
    private static LocalizableString? NotPartial(List<HandlerFinding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Inside is { } inside && !NestingReader.Read([], [finding]).Accepts(inside))
            {
                for (var current = inside; current is not null; current = current.ContainingType)
                {
                    if (!IsPartial(current))
                    {
                        return Texts.Get("DEVT1312_NotPartial", current.Name);
                    }
                }
            }
        }

        return null;
    }

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static INamedTypeSymbol? FileLocal(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return current;
            }
        }

        return null;
    }

    private static void Report(SymbolAnalysisContext context, Location location, string name, LocalizableString reason) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnreachableHandler, location, name, reason));
}
