using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1103: puts what tells two events apart in front of the event type of one of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(QualifyEventTypeFix))]
[Shared]
public sealed class QualifyEventTypeFix : EventTypeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.DuplicateEventType];

    // One of the two is to keep its name, for stored data has it: which one, only the user knows.
    private protected override bool CanFixAll => false;

    private protected override string Key => "DomainEvents.QualifyEventType";
}
