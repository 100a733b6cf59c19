using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>A source without its markup, and where the markup stood.</summary>
/// <param name="Text">The source as the compiler gets it.</param>
/// <param name="Spans">The marked spans, in the order in which they open.</param>
/// <param name="Caret">Where <c>$$</c> stood.</param>
public sealed record MarkedSource(string Text, ImmutableArray<MarkedSpan> Spans, int? Caret);

/// <summary>A marked span: <c>[|x|]</c> has no key, <c>{|KEY:x|}</c> has one.</summary>
public sealed record MarkedSpan(string? Key, TextSpan Span);
