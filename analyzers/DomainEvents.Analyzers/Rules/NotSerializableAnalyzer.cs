using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1204: a value of an event that cannot be stored or sent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotSerializableAnalyzer : EventMemberAnalyzer
{
    // Types that stand for something that goes on here and now, and have no content of their own: by their short names first, which most types have not.
    private static readonly Dictionary<string, string> s_alive = new(StringComparer.Ordinal)
    {
        ["Stream"] = "System.IO.Stream",
        ["TextReader"] = "System.IO.TextReader",
        ["TextWriter"] = "System.IO.TextWriter",
        ["CancellationToken"] = "System.Threading.CancellationToken",
        ["CancellationTokenSource"] = "System.Threading.CancellationTokenSource",
        ["Task"] = "System.Threading.Tasks.Task",
        ["ValueTask"] = "System.Threading.Tasks.ValueTask",
        ["ValueTask`1"] = "System.Threading.Tasks.ValueTask`1",
        ["IServiceProvider"] = "System.IServiceProvider",
    };

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NotSerializable];

    private protected override void Analyze(
        SymbolAnalysisContext context, KnownSymbols symbols, AttributeData attribute, INamedTypeSymbol type, EventMember member)
    {
        if (!CanBeWritten(member, symbols, EventAttributeFlags.IsSerialized(attribute)) && !member.Has("JsonIgnoreAttribute") && !member.Has("JsonConverterAttribute")
            && !RuleOptions.HasType(RuleOptions.List(context.Options, member.Declaration.SyntaxTree, DiagnosticIds.NotSerializable, RuleOptions.SerializableTypes), member.Type))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.NotSerializable,
                member.Place,
                EventAttributeFlags.Is(attribute, "Durable") ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                additionalLocations: null,
                properties: null,
                member.Symbol.Name,
                type.Name,
                member.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        }
    }

    /// <summary>Events that stay in the process may carry an exception or an interface: nobody writes them.</summary>
    private static bool CanBeWritten(EventMember member, KnownSymbols symbols, bool isSerialized)
    {
        var type = member.Type;
        if (type.TypeKind is TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer || IsAlive(type, symbols))
        {
            return false;
        }

        return !isSerialized || !(KnownSymbols.Is(type, symbols.Type("System.Exception")) || IsBareInterface(type));
    }

    private static bool IsAlive(ITypeSymbol type, KnownSymbols symbols)
    {
        if (type.SpecialType != SpecialType.None)
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Is(current))
            {
                return true;
            }
        }

        return type.TypeKind != TypeKind.Array && type.AllInterfaces.Any(Is);

        bool Is(ITypeSymbol candidate) => s_alive.TryGetValue(candidate.MetadataName, out var name)
            && SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, symbols.Type(name));
    }

    /// <summary>An interface of which nobody says how to read it. Those of collections are known to serializers.</summary>
    private static bool IsBareInterface(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
        && !FrameworkNamespaces.IsCollections(type.ContainingNamespace)
        && !type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "JsonConverterAttribute" or "JsonDerivedTypeAttribute" or "JsonPolymorphicAttribute");
}
