using Microsoft.CodeAnalysis;

namespace DomainEvents.RoslynTesting;

/// <summary>A reference from one test project to another that was run before.</summary>
public sealed record LibraryReference(GeneratorResult Library, bool AsImage, string? ExternAlias)
{
    internal MetadataReference ToReference()
    {
        MetadataReference reference = AsImage ? MetadataReference.CreateFromImage(Library.Image) : Library.Compilation.ToMetadataReference();
        return ExternAlias is null ? reference : reference.WithAliases([ExternAlias]);
    }
}
