using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1002: an event that needs a constructor and cannot be given one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoConstructorAnalyzer : EventAnalyzer
{
    /// <summary>The property of a diagnostic that says what stands in the way.</summary>
    internal const string ObstacleProperty = "Obstacle";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NoConstructor];

    private protected override void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols)
    {
        var obstacle = symbols.ConstructorOf(source).Obstacle;
        if (obstacle == ConstructorObstacle.None)
        {
            return;
        }

        var type = source.Type;
        var constructors = new ConstructorSymbols(context.Compilation);
        if (ConstructorSymbols.Written(type).Any()
            || (obstacle != ConstructorObstacle.BaseConstructor && CanBeInitialized(source, constructors)))
        {
            return;
        }

        var location = obstacle == ConstructorObstacle.BaseConstructor
            ? EventPlaces.BaseClass(type, context.CancellationToken)
            : EventPlaces.Name(type, context.CancellationToken);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.NoConstructor,
            location,
            ImmutableDictionary<string, string?>.Empty.Add(ObstacleProperty, obstacle.ToString()),
            type.Name,
            Reason(source, obstacle, constructors)));
    }

    /// <summary>Without a constructor, object initialisers still do where every member has an accessor for them.</summary>
    private static bool CanBeInitialized(EventSymbol source, ConstructorSymbols constructors) =>
        source.Members().All(static member => member.Symbol is IFieldSymbol or IPropertySymbol { SetMethod.DeclaredAccessibility: not Accessibility.Private })
        && constructors.FindUsable(source.Type.BaseType!, source.Type) is { Parameters.Count: 0 };

    private static LocalizableString Reason(EventSymbol source, ConstructorObstacle obstacle, ConstructorSymbols constructors)
    {
        switch (obstacle)
        {
            case ConstructorObstacle.BaseConstructor:
                return Texts.Get("DEVT1002_BaseConstructor", source.Type.BaseType!.Name);
            case ConstructorObstacle.CopyConstructor:
                return Texts.Get("DEVT1002_CopyConstructor", source.Members().First().Name);
            default:
                var inherited = constructors.FindUsable(source.Type.BaseType!, source.Type)?.Parameters ?? [];
                var alike = inherited.Select(static parameter => parameter.Name)
                    .Concat(source.Members().Select(static member => member.Name))
                    .GroupBy(CSharpIdentifier.ToCamelCase, StringComparer.Ordinal)
                    .First(static group => group.Count() > 1)
                    .ToList();
                return Texts.Get("DEVT1002_ParameterNames", alike[0], alike[1]);
        }
    }
}
