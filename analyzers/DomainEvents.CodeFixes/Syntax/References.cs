using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;

namespace DomainEvents.CodeFixes.Syntax;

/// <summary>The places where hand-written code refers to a symbol.</summary>
internal static class References
{
    /// <summary>Each place with its document; what is generated follows what is written and is left out.</summary>
    public static async Task<IReadOnlyList<(DocumentContext Context, SyntaxNode Node)>> FindAsync(
        ISymbol symbol, Solution solution, CancellationToken cancellationToken)
    {
        var places = new List<(DocumentContext Context, SyntaxNode Node)>();
        foreach (var reference in (await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false)).SelectMany(static found => found.Locations))
        {
            if (!IsGenerated(reference.Document)
                && await DocumentContext.OpenAsync(reference.Document, cancellationToken).ConfigureAwait(false) is { } context)
            {
                places.Add((context, context.Root.FindNode(reference.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true)));
            }
        }

        return places;
    }

    public static bool IsGenerated(Document document) =>
        document is SourceGeneratedDocument || document.Name.EndsWith(".g.cs", StringComparison.Ordinal);
}
