using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1202: gives the collection a type that nobody can change, where everything that uses it goes on compiling.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadOnlyCollectionFix))]
[Shared]
public sealed class ReadOnlyCollectionFix : DocumentFix
{
    internal const string ImmutableKey = "DomainEvents.UseImmutableArray";
    internal const string ReadOnlyKey = "DomainEvents.UseReadOnlyInterface";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MutableCollection];

    private protected override async Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await EventValue.FindAsync(context, diagnostic.Location, cancellationToken).ConfigureAwait(false) is not { } value
            || KnownSymbols.Find(context.Model.Compilation) is not { } symbols
            || WrittenType(value.Declaration) is not { } written)
        {
            return [];
        }

        var remedies = ImmutableArray.CreateBuilder<Remedy>(2);
        foreach (var (key, target) in Targets(value.ValueType, symbols))
        {
            if (await CollectionUses.AllowAsync(value, target, context, cancellationToken).ConfigureAwait(false))
            {
                var annotations = context.NameOf(target, written.SpanStart);
                remedies.Add(new Remedy(FixTexts.UseCollection(target.Name), key, editor => editor.ReplaceNode(
                    written, (node, _) => CollectionType.Write((TypeSyntax)node, target, annotations))));
            }
        }

        return remedies.ToImmutable();
    }

    private static TypeSyntax? WrittenType(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Type,
        ParameterSyntax parameter => parameter.Type,
        FieldDeclarationSyntax field => field.Declaration.Type,
        _ => null,
    };

    /// <summary>The types to choose from, with the elements of the present one.</summary>
    private static IEnumerable<(string Key, INamedTypeSymbol Target)> Targets(ITypeSymbol type, KnownSymbols symbols)
    {
        var elements = CollectionType.Elements(type);
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        var (key, name) = CollectionType.KindOf(type) switch
        {
            CollectionKind.List => (ReadOnlyKey, "System.Collections.Generic.IReadOnlyList`1"),
            CollectionKind.Dictionary => (ReadOnlyKey, "System.Collections.Generic.IReadOnlyDictionary`2"),
            CollectionKind.Set => (ReadOnlyKey, "System.Collections.Generic.IReadOnlySet`1"),
            _ => ("", ""),
        };

        // An array that may be absent is another thing to everyone who reads it.
        if (CollectionType.KindOf(type) == CollectionKind.List && !isNullable && symbols.Type("System.Collections.Immutable.ImmutableArray`1") is { } immutable)
        {
            yield return (ImmutableKey, immutable.Construct([.. elements]));
        }

        if (key.Length > 0 && symbols.Type(name) is { } readOnly && readOnly.Arity == elements.Length)
        {
            yield return (key, readOnly.Construct([.. elements]));
        }
    }
}
