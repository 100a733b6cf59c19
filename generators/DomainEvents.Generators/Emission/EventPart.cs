namespace DomainEvents.Generators.Emission;

/// <summary>The text of one event's generated part, apart from the head of the file that it shares with its neighbours.</summary>
/// <param name="Key">The event: unique in a compilation.</param>
/// <param name="Hint">The name of the generated file, should this part come first in it. Made from the event alone: the path of a checkout must not
/// show in a build's output.</param>
/// <param name="FilePath">The user's file.</param>
/// <param name="Usings">The head under which the text means what it says.</param>
/// <param name="Text">Namespace, containing types and the part itself.</param>
internal sealed record EventPart(string Key, string Hint, string FilePath, string Usings, string Text);
