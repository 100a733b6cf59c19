using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes;

/// <summary>A document with what every fix asks of it.</summary>
internal sealed record DocumentContext(Document Document, SyntaxNode Root, SemanticModel Model)
{
    private static readonly SyntaxAnnotation s_import = new("DomainEvents.Import");

    /// <summary>How the full name of a type is written at a place: shortened, under a using directive that is written where it is missing.</summary>
    public SyntaxAnnotation[] NameOf(INamedTypeSymbol type, int position) =>
        Model.LookupNamespacesAndTypes(position, name: type.Name).Any(found => SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, type.OriginalDefinition))
            ? [Simplifier.Annotation]
            : [Simplifier.Annotation, s_import];

    /// <summary>How the document ends its lines: the editor's own choice is for new documents, and a fix must not mix two ways.</summary>
    public string LineEnd
    {
        get
        {
            var text = Root.SyntaxTree.GetText();
            var end = text.Lines[0].End;
            return end < text.Length && text[end] == '\r' ? "\r\n" : "\n";
        }
    }

    public static async Task<DocumentContext?> OpenAsync(Document document, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null ? null : new DocumentContext(document, root, model);
    }

    /// <summary>
    /// The nearest node of a kind around a place, if that lies in this document. Paths are compared: an editor that analyses in another
    /// process hands over places without a tree.
    /// </summary>
    public T? Find<T>(Location location)
        where T : SyntaxNode => location.GetLineSpan().Path == Root.SyntaxTree.FilePath
            ? Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>()
            : null;

    /// <summary>Edits the document and formats what was inserted, with the line ends that the document has.</summary>
    public async Task<Document> ApplyAsync(IEnumerable<Action<SyntaxEditor>> edits, CancellationToken cancellationToken)
    {
        var editor = new SyntaxEditor(Root, Document.Project.Solution.Workspace.Services);
        foreach (var edit in edits)
        {
            edit(editor);
        }

        var changed = Document.WithSyntaxRoot(editor.GetChangedRoot());
        changed = await ImportAdder.AddImportsAsync(changed, s_import, cancellationToken: cancellationToken).ConfigureAwait(false);
        changed = await Simplifier.ReduceAsync(changed, Simplifier.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
        var options = await changed.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        return await Formatter
            .FormatAsync(changed, Formatter.Annotation, options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, LineEnd), cancellationToken)
            .ConfigureAwait(false);
    }
}
