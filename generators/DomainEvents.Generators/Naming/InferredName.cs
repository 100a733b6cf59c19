namespace DomainEvents.Generators.Naming;

/// <summary>The event type that a type's name stands for, if it stands for one.</summary>
/// <param name="EventType">A valid event type, or <see langword="null"/>: none is invented.</param>
/// <param name="Rule">What found the action; <see cref="NameRule.None"/> exactly where there is no event type.</param>
/// <param name="IsSure">Whether the name leaves no doubt. A guess is offered to the user to be written out.</param>
/// <param name="Version">The number of a version suffix: 2 for <c>...V2</c>.</param>
/// <param name="ConstantName">The type's name less suffix and version, in its own casing.</param>
internal readonly record struct InferredName(string? EventType, NameRule Rule, bool IsSure, int? Version, string ConstantName);
