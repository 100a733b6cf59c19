using Microsoft.CodeAnalysis.Editing;

namespace DomainEvents.CodeFixes;

/// <summary>One action that a fix offers for one diagnostic.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">The same for every diagnostic that the action fixes, so that all can be fixed at once.</param>
/// <param name="Edit">Changes the document; one editor takes the edits of several diagnostics.</param>
internal sealed record Remedy(string Title, string Key, Action<SyntaxEditor> Edit);
