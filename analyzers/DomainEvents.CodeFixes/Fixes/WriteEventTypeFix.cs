using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1102, DEVT1106 and DEVT1108: writes the event type that the analyzer suggests into the attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteEventTypeFix))]
[Shared]
public sealed class WriteEventTypeFix : EventTypeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.MalformedEventType, DiagnosticIds.GuessedEventType, DiagnosticIds.NoEventType];

    private protected override string Key => "DomainEvents.WriteEventType";
}
