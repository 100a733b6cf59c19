using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Reading.Questions;

/// <summary>The questions and whom to ask.</summary>
internal sealed record Inquiry(EquatableArray<Question> Questions, CSharpParseOptions ParseOptions, Compilation Compilation);
