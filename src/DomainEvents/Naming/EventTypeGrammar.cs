namespace DomainEvents.Naming;

/// <summary>The grammar of event types. This file is compiled into the runtime and into the generator.</summary>
internal static class EventTypeGrammar
{
}
